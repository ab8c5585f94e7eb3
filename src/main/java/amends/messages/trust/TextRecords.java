package amends.messages.trust;

import java.util.List;

/** TXT records of the DNS. */
public interface TextRecords {
  /**
   * @return empty when there are none
   * @throws Away when it cannot be said at this moment
   */
  List<String> of(String name) throws Away;

  /** The DNS does not answer. */
  final class Away extends Exception {
    private static final long serialVersionUID = 1L;

    public Away(String name) {
      super(name);
    }
  }
}
