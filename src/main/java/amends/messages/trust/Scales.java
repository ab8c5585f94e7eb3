package amends.messages.trust;

import amends.messages.MailPerson;
import amends.messages.ReadMail;
import amends.messages.email.door.Caller;
import amends.shared.MailWays;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Weighs whether the sender that people see stands behind a mail. Outside of any act: it asks the
 * DNS.
 */
public final class Scales {
  private static final int MOST_SIGNATURES = 8;

  private final TextRecords records;
  private final Signed signed;
  private final Spf spf;
  private final Supplier<MailWays> ways;

  public Scales(Names records, Supplier<MailWays> ways) {
    this.records = records;
    this.spf = new Spf(records);
    this.signed = new Signed(records);
    this.ways = ways;
  }

  /** Whether mail joins a case only when its sender is proved. */
  public boolean demandsProof() {
    return ways.get().demandsProof();
  }

  /** Whether the door sees the senders' own machines, and the DNS may be asked about them. */
  public boolean asksAboutCallers() {
    MailWays now = ways.get();
    return now.dns() && now.hops() == 0;
  }

  /**
   * @param envelopeFrom empty for a null sender
   * @param caller who brought it to the door
   */
  public Weight weigh(byte[] raw, ReadMail mail, String envelopeFrom, Caller caller) {
    SpfResult said = said(envelopeFrom, caller);
    Proof proof = weigh(raw, mail);
    return new Weight(proof.holds() ? proof : with(proof, said, mail, envelopeFrom), said);
  }

  /** Null behind another server of the house, and for one who stands on this very machine. */
  private @Nullable SpfResult said(String envelopeFrom, Caller caller) {
    if (!asksAboutCallers() || !caller.isKnown()) {
      return null;
    }
    return SpfAddresses.read(caller.address())
        .filter(address -> !address.isLoopbackAddress())
        .map(address -> spf.check(new Spf.Asked(address, envelopeFrom, caller.helo())))
        .orElse(null);
  }

  /** The machine may send for the domain that people see (RFC 7489, section 3.1.2). */
  private Proof with(Proof found, @Nullable SpfResult said, ReadMail mail, String envelopeFrom) {
    String from = from(mail);
    String proved = Domains.of(envelopeFrom);
    if (found == Proof.BLIND || envelopeFrom.isEmpty() || !Domains.aligned(from, proved)) {
      return found;
    }
    boolean right = from.equals(proved) || !isStrict(from, "aspf=s");
    return said == SpfResult.PASS && right
        ? Proof.SPF
        : said == SpfResult.TEMPERROR ? Proof.AWAY : found;
  }

  Proof weigh(byte[] raw, ReadMail mail) {
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
    if (related && !isStrict(from, "adkim=s")) {
      return Proof.DKIM;
    }
    return by.away() ? Proof.AWAY : Proof.FAILED;
  }

  /**
   * Whether the domain wants its very own name (RFC 7489).
   *
   * @param tag {@code adkim=s} in the signature, {@code aspf=s} in the envelope
   */
  private boolean isStrict(String from, String tag) {
    String at = from;
    while (at.indexOf('.') > 0) {
      try {
        for (String record : records.of("_dmarc." + at)) {
          String plain = record.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
          if (plain.startsWith("v=dmarc1")) {
            return plain.contains(tag);
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
