package amends.messages.trust;

import amends.messages.trust.SpfTerm.Kind;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether a server may send in the name of a domain (RFC 7208). A record may ask for ten look-ups,
 * two of which may find nothing, and for some seconds in all: whoever wants more is not understood.
 */
final class Spf {
  private static final int MOST_LOOKUPS = 10;
  private static final int MOST_VOID = 2;
  private static final int MOST_NAMES = 10;
  private static final Duration LONGEST = Duration.ofSeconds(12);

  private final Names names;
  private final LongSupplier nanos;

  Spf(Names names) {
    this(names, System::nanoTime);
  }

  Spf(Names names, LongSupplier nanos) {
    this.names = names;
    this.nanos = nanos;
  }

  /**
   * Who sends.
   *
   * @param sender of the envelope; where that is empty, the name that the server gave stands for it
   */
  record Asked(InetAddress address, String sender, String helo) {
    String local() {
      int at = sender.lastIndexOf('@');
      return at <= 0 ? "postmaster" : sender.substring(0, at);
    }

    String senderDomain() {
      return sender.isEmpty() ? Domains.plain(helo) : Domains.of(sender);
    }
  }

  SpfResult check(Asked asked) {
    String domain = asked.senderDomain();
    return isName(domain) ? new Look(asked).checked(domain) : SpfResult.NONE;
  }

  /** Several parts, none of them empty or too long (section 4.3). */
  private static boolean isName(String domain) {
    String[] labels = domain.split("\\.", -1);
    if (labels.length < 2 || domain.length() > 253) {
      return false;
    }
    for (String label : labels) {
      if (label.isEmpty() || label.length() > 63) {
        return false;
      }
    }
    return true;
  }

  private interface Question<T> {
    List<T> put() throws TextRecords.Away;
  }

  /** One look, with what it may still ask for. */
  private final class Look {
    private final Asked asked;
    private final SpfMacros macros;
    private final long until = nanos.getAsLong() + LONGEST.toNanos();
    private int lookups;
    private int empty;

    Look(Asked asked) {
      this.asked = asked;
      this.macros = new SpfMacros(asked);
    }

    SpfResult checked(String domain) {
      try {
        return check(domain);
      } catch (SpfError e) {
        return e.result();
      }
    }

    private SpfResult check(String domain) throws SpfError {
      SpfRecord record = record(domain);
      if (record == null) {
        return SpfResult.NONE;
      }
      for (SpfTerm term : record.terms()) {
        if (matches(term, domain)) {
          return term.result();
        }
      }
      if (record.redirect().isEmpty()) {
        return SpfResult.NEUTRAL;
      }
      count();
      String other = fill(record.redirect(), domain);
      SpfResult there = isName(other) ? check(other) : SpfResult.NONE;
      if (there == SpfResult.NONE) {
        throw SpfError.perm();
      }
      return there;
    }

    /** Null when the domain says nothing. */
    private @Nullable SpfRecord record(String domain) throws SpfError {
      List<String> found;
      try {
        inTime();
        found = names.of(domain).stream().filter(SpfRecord::isOne).toList();
      } catch (TextRecords.Away e) {
        throw SpfError.temp();
      }
      if (found.size() > 1) {
        throw SpfError.perm();
      }
      return found.isEmpty() ? null : SpfRecord.read(found.getFirst());
    }

    private boolean matches(SpfTerm term, String domain) throws SpfError {
      if (term.kind().asks) {
        count();
      }
      String target = term.target().isEmpty() ? domain : term.target();
      return switch (term.kind()) {
        case ALL -> true;
        case IP4, IP6 -> listed(term);
        case INCLUDE -> included(fill(target, domain));
        case A -> among(addresses(fill(target, domain)), term);
        case MX -> served(fill(target, domain), term);
        case PTR -> !proved(fill(target, domain)).isEmpty();
        case EXISTS -> {
          String name = fill(target, domain);
          yield !ask(() -> names.addresses(name, false)).isEmpty();
        }
      };
    }

    private boolean listed(SpfTerm term) {
      boolean six = term.kind() == Kind.IP6;
      return SpfAddresses.read(term.target(), six)
          .filter(one -> SpfAddresses.isSix(asked.address()) == six)
          .filter(one -> SpfAddresses.match(one, asked.address(), six ? term.six() : term.four()))
          .isPresent();
    }

    private boolean included(String domain) throws SpfError {
      SpfResult there = isName(domain) ? check(domain) : SpfResult.NONE;
      if (there == SpfResult.NONE) {
        throw SpfError.perm();
      }
      return there == SpfResult.PASS;
    }

    private List<InetAddress> addresses(String name) throws SpfError {
      return ask(() -> names.addresses(name, SpfAddresses.isSix(asked.address())));
    }

    private boolean among(List<InetAddress> found, SpfTerm term) {
      int bits = SpfAddresses.isSix(asked.address()) ? term.six() : term.four();
      return found.stream().anyMatch(one -> SpfAddresses.match(one, asked.address(), bits));
    }

    private boolean served(String domain, SpfTerm term) throws SpfError {
      List<String> servers = ask(() -> names.mailServers(domain));
      if (servers.size() > MOST_NAMES) {
        throw SpfError.perm();
      }
      for (String server : servers) {
        if (among(addresses(server), term)) {
          return true;
        }
      }
      return false;
    }

    /** A name of the address, in the domain, that leads back to it; empty when there is none. */
    private String proved(String domain) throws SpfError {
      String below = "." + domain.toLowerCase(Locale.ROOT);
      List<String> given;
      try {
        given = ask(() -> names.names(asked.address()));
      } catch (SpfError e) {
        if (e.result() == SpfResult.TEMPERROR) {
          return "";
        }
        throw e;
      }
      for (String name : given.subList(0, Math.min(MOST_NAMES, given.size()))) {
        String plain = Domains.plain(name);
        boolean inside = ("." + plain).endsWith(below);
        if (inside && leadsBack(plain)) {
          return plain;
        }
      }
      return "";
    }

    private boolean leadsBack(String name) throws SpfError {
      try {
        inTime();
        return names.addresses(name, SpfAddresses.isSix(asked.address())).contains(asked.address());
      } catch (TextRecords.Away e) {
        return false;
      }
    }

    private String fill(String text, String domain) throws SpfError {
      return macros.fill(
          text,
          domain,
          () -> {
            count();
            String name = proved(domain);
            return name.isEmpty() ? "unknown" : name;
          });
    }

    private void count() throws SpfError {
      lookups++;
      if (lookups > MOST_LOOKUPS) {
        throw SpfError.perm();
      }
    }

    private <T> List<T> ask(Question<T> question) throws SpfError {
      List<T> found;
      try {
        inTime();
        found = question.put();
      } catch (TextRecords.Away e) {
        throw SpfError.temp();
      }
      if (found.isEmpty()) {
        empty++;
        if (empty > MOST_VOID) {
          throw SpfError.perm();
        }
      }
      return found;
    }

    private void inTime() throws SpfError {
      if (nanos.getAsLong() - until > 0) {
        throw SpfError.temp();
      }
    }
  }
}
