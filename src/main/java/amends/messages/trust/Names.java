package amends.messages.trust;

import java.net.InetAddress;
import java.util.List;

/** What SPF asks the DNS for. Nothing found is an empty list. */
public interface Names extends TextRecords {
  /** Nothing is known of any name. */
  Names NONE =
      new Names() {
        @Override
        public List<String> of(String name) {
          return List.of();
        }

        @Override
        public List<InetAddress> addresses(String name, boolean six) {
          return List.of();
        }

        @Override
        public List<String> mailServers(String name) {
          return List.of();
        }

        @Override
        public List<String> names(InetAddress address) {
          return List.of();
        }
      };

  /**
   * @param six those of version 6, else of version 4
   */
  List<InetAddress> addresses(String name, boolean six) throws Away;

  /** The names of the servers that take mail for a domain. */
  List<String> mailServers(String name) throws Away;

  /** The names that somebody gave to an address. */
  List<String> names(InetAddress address) throws Away;
}
