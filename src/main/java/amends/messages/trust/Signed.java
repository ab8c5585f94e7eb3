package amends.messages.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whose DKIM signatures of a mail are good (RFC 6376, RFC 8301). */
final class Signed {
  private static final Logger log = LoggerFactory.getLogger(Signed.class);
  // A domain that is only trying signatures out stands behind nothing yet (RFC 6376, 3.6.1).
  private static final Pattern TRYING = Pattern.compile("(?i)(^|;)\\s*t\\s*=[^;]*\\by\\b");

  private final TextRecords records;

  Signed(TextRecords records) {
    this.records = records;
  }

  /**
   * @param domains that stand behind the mail
   * @param away whether a key could not be fetched, so that it may be another matter later
   */
  record By(Set<String> domains, boolean away) {}

  By by(byte[] raw) {
    boolean[] away = new boolean[1];
    DKIMVerifier verifier = new DKIMVerifier(keys(away));
    try {
      List<SignatureRecord> good = verifier.verify(new ByteArrayInputStream(raw));
      Set<String> domains = new HashSet<>();
      if (good != null) {
        good.stream()
            .filter(Signed::isWhole)
            .forEach(one -> domains.add(Domains.plain(one.getDToken().toString())));
      }
      return new By(domains, away[0]);
    } catch (FailException e) {
      return new By(Set.of(), away[0]);
    } catch (IOException | RuntimeException e) {
      log.debug("a signature could not be read", e);
      return new By(Set.of(), away[0]);
    }
  }

  /** All of the body, and by a hash that nobody can make twice. */
  private static boolean isWhole(SignatureRecord signature) {
    String hash = signature.getHashMethod().toString().toLowerCase(Locale.ROOT).replace("-", "");
    return signature.getBodyHashLimit() < 0 && hash.equals("sha256");
  }

  private PublicKeyRecordRetriever keys(boolean[] away) {
    return (methods, selector, domain) -> {
      String name = selector + "._domainkey." + domain;
      try {
        List<String> found =
            records.of(name).stream().filter(text -> !TRYING.matcher(text).find()).toList();
        if (found.isEmpty()) {
          throw new PermFailException("no key at " + name);
        }
        return found;
      } catch (TextRecords.Away e) {
        away[0] = true;
        throw new TempFailException("the DNS does not answer for " + name);
      }
    };
  }
}
