package amends.messages.trust;

import amends.messages.ReadMail;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the house's own mail server said of a mail. Only fields count that bear its name and stand
 * above what the sender wrote: counted from the top, within the trace of our own hops. All others
 * are anybody's words, and are dropped.
 */
final class Upstream {
  private static final Set<String> TRACE =
      Set.of(
          "received",
          "return-path",
          "delivered-to",
          "x-original-to",
          "envelope-to",
          "authentication-results",
          "received-spf",
          "arc-seal",
          "arc-message-signature",
          "arc-authentication-results");

  private final String name;
  private final int hops;

  Upstream(String name, int hops) {
    this.name = name.toLowerCase(Locale.ROOT);
    this.hops = hops;
  }

  /** Whether it says that the sender's domain stands behind the mail. */
  boolean vouches(ReadMail mail, String from) {
    List<AuthResults> said = said(mail);
    if (said.isEmpty()) {
      return false;
    }
    List<AuthResults.Result> dmarc =
        said.stream()
            .flatMap(field -> field.results().stream())
            .filter(result -> result.method().equals("dmarc"))
            .toList();
    // A forged second word can only spoil the first one.
    return dmarc.isEmpty()
        ? said.getFirst().results().stream().anyMatch(result -> aligned(result, from))
        : dmarc.stream().allMatch(result -> result.passes() && names(result, from));
  }

  private static boolean names(AuthResults.Result dmarc, String from) {
    String named = dmarc.property("header.from");
    return named.isEmpty() || Domains.aligned(from, Domains.of(named));
  }

  private static boolean aligned(AuthResults.Result result, String from) {
    if (!result.passes()) {
      return false;
    }
    String proved =
        switch (result.method()) {
          case "dkim" ->
              result.property("header.d").isEmpty()
                  ? result.property("header.i")
                  : result.property("header.d");
          case "spf" -> result.property("smtp.mailfrom");
          default -> "";
        };
    return !proved.isEmpty() && Domains.aligned(from, Domains.of(proved));
  }

  private List<AuthResults> said(ReadMail mail) {
    List<AuthResults> found = new ArrayList<>();
    int passed = 0;
    for (ReadMail.Header field : mail.headers()) {
      String kind = field.name().toLowerCase(Locale.ROOT);
      if (kind.equals("received")) {
        passed++;
      }
      if (passed > hops || passed == hops && !TRACE.contains(kind)) {
        break;
      }
      if (kind.equals("authentication-results")) {
        AuthResults results = AuthResults.read(field.value());
        if (results != null && results.by().equals(name)) {
          found.add(results);
        }
      }
    }
    // What has not come over all of our hops has come past our server.
    return passed < hops ? List.of() : found;
  }
}
