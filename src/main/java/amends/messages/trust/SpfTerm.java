package amends.messages.trust;

import java.util.Locale;

/**
 * One mechanism of a record.
 *
 * @param target a domain with its macros, or an address; empty for the domain itself
 * @param four how many leading bits count of an address of version 4, and {@code six} of version 6
 */
record SpfTerm(SpfResult result, Kind kind, String target, int four, int six) {
  /** What is looked at. */
  enum Kind {
    ALL(false),
    INCLUDE(true),
    A(true),
    MX(true),
    PTR(true),
    IP4(false),
    IP6(false),
    EXISTS(true);

    /** Whether it asks the DNS, and so counts against the bound. */
    final boolean asks;

    Kind(boolean asks) {
      this.asks = asks;
    }

    static Kind of(String name) throws SpfError {
      for (Kind kind : values()) {
        if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
          return kind;
        }
      }
      throw SpfError.perm();
    }
  }
}
