package amends.messages.trust;

import amends.messages.MailPerson;
import amends.messages.ReadMail;
import amends.shared.MailWays;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Weighs whether the sender that people see stands behind a mail. Outside of any act: it asks the
 * DNS.
 */
public final class Scales {
  private static final int MOST_SIGNATURES = 8;

  private final TextRecords records;
  private final Signed signed;
  private final Supplier<MailWays> ways;

  public Scales(TextRecords records, Supplier<MailWays> ways) {
    this.records = records;
    this.signed = new Signed(records);
    this.ways = ways;
  }

  /** Whether mail joins a case only when its sender is proved. */
  public boolean demandsProof() {
    return ways.get().demandsProof();
  }

  public Proof weigh(byte[] raw, ReadMail mail) {
    MailWays now = ways.get();
    boolean blind = !now.dns() && now.authservId().isEmpty();
    String from = from(mail);
    if (blind || from.isEmpty()) {
      return blind ? Proof.BLIND : Proof.NONE;
    }
    boolean vouched =
        !now.authservId().isEmpty()
            && new Upstream(now.authservId(), now.hops()).vouches(mail, from);
    if (vouched) {
      return Proof.UPSTREAM;
    }
    return now.dns() ? signature(raw, mail, from) : Proof.NONE;
  }

  private Proof signature(byte[] raw, ReadMail mail, String from) {
    int signatures = mail.header("DKIM-Signature").size();
    if (signatures == 0 || signatures > MOST_SIGNATURES) {
      return Proof.NONE;
    }
    Signed.By by = signed.by(raw);
    if (by.domains().contains(from)) {
      return Proof.DKIM;
    }
    boolean related = by.domains().stream().anyMatch(d -> Domains.aligned(from, d));
    if (related && !isStrict(from)) {
      return Proof.DKIM;
    }
    return by.away() ? Proof.AWAY : Proof.FAILED;
  }

  /** Whether the domain wants its very own name in the signature (RFC 7489, adkim=s). */
  private boolean isStrict(String from) {
    String at = from;
    while (at.indexOf('.') > 0) {
      try {
        for (String record : records.of("_dmarc." + at)) {
          String plain = record.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
          if (plain.startsWith("v=dmarc1")) {
            return plain.contains("adkim=s");
          }
        }
      } catch (TextRecords.Away e) {
        // Nobody can say: the stricter reading harms nobody for long.
        return true;
      }
      at = at.substring(at.indexOf('.') + 1);
    }
    return false;
  }

  /** The domain of the one sender; empty when there is none, or when there are several. */
  private static String from(ReadMail mail) {
    MailPerson from = mail.from();
    if (from == null || mail.header("From").size() != 1) {
      return "";
    }
    String field = mail.header("From").getFirst();
    String plain = AuthResults.withoutComments(field).replaceAll("\"[^\"]*\"", "");
    boolean several = plain.chars().filter(c -> c == '<').count() > 1 || plain.indexOf(',') >= 0;
    return several ? "" : Domains.of(from.address());
  }
}
