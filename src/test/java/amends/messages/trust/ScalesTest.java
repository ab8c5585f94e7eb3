package amends.messages.trust;

import static org.assertj.core.api.Assertions.assertThat;

import amends.messages.email.MailReader;
import amends.messages.email.door.Caller;
import amends.testing.FakeNames;
import amends.testing.SignedMail;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who stands behind a mail: signatures, and the word of our own server and of nobody else. */
class ScalesTest {
  private static final String MAIL =
      """
      From: Ann Lee <ann@adeyemi.example>
      To: help@fernhill.example
      Subject: My jug
      Message-ID: <1@adeyemi.example>

      It broke.
      """;
  private static final String OURS =
      "Received: from mx.adeyemi.example by mx.fernhill.example; Tue, 12 May 2026 13:00:00 +0000\n";
  private static final String FROM_ANN =
      "Authentication-Results: mx.fernhill.example; dkim=pass header.d=adeyemi.example\n";

  private final FakeNames names = new FakeNames();
  private final Scales scales = new Scales(names, names::ways);

  @BeforeEach
  void aDomainWithAKey() {
    names.believe(true, true, "");
    names.put("s._domainkey.adeyemi.example", SignedMail.key());
    names.put("s._domainkey.mail.adeyemi.example", SignedMail.key());
    names.put("s._domainkey.evil.example", SignedMail.key());
  }

  private Proof weigh(String mime) {
    byte[] raw = mime.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    return scales.weigh(raw, MailReader.read(raw));
  }

  @Test
  void aSignatureOfTheSendersDomainProvesIt() {
    assertThat(weigh(SignedMail.by("adeyemi.example", MAIL))).isEqualTo(Proof.DKIM);
    assertThat(weigh(SignedMail.by("mail.adeyemi.example", MAIL))).isEqualTo(Proof.DKIM);
    assertThat(weigh(MAIL)).isEqualTo(Proof.NONE);
  }

  private Weight brought(String envelopeFrom, String address) {
    byte[] raw = MAIL.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    Caller caller = new Caller(address, "mx.adeyemi.example");
    return scales.weigh(raw, MailReader.read(raw), envelopeFrom, caller);
  }

  @Test
  void aMachineThatSendsForTheSendersDomainProvesItWhereTheDoorSeesIt() {
    names.put("adeyemi.example", "v=spf1 ip4:192.0.2.7 -all");
    names.put("mx.adeyemi.example", "v=spf1 ip4:192.0.2.7 -all");
    assertThat(brought("ann@adeyemi.example", "192.0.2.7"))
        .as("behind a server of ours it is that one")
        .isEqualTo(new Weight(Proof.NONE, null));
    names.believe(true, true, "", 0);
    assertThat(brought("ann@adeyemi.example", "192.0.2.7"))
        .isEqualTo(new Weight(Proof.SPF, SpfResult.PASS));
    assertThat(brought("ann@adeyemi.example", "192.0.2.8"))
        .as("a forwarder breaks it, and that takes nothing away")
        .isEqualTo(new Weight(Proof.NONE, SpfResult.FAIL));
    assertThat(brought("", "192.0.2.7"))
        .as("an empty sender proves nobody")
        .isEqualTo(new Weight(Proof.NONE, SpfResult.PASS));
    assertThat(brought("ann@adeyemi.example", "127.0.0.1")).isEqualTo(new Weight(Proof.NONE, null));
    assertThat(brought("ann@adeyemi.example", "no address"))
        .isEqualTo(new Weight(Proof.NONE, null));
    names.away = true;
    assertThat(brought("ann@adeyemi.example", "192.0.2.7"))
        .as("it may be said later")
        .isEqualTo(new Weight(Proof.AWAY, SpfResult.TEMPERROR));
    names.believe(true, false, "", 0);
    assertThat(brought("ann@adeyemi.example", "192.0.2.7")).isEqualTo(Weight.BLIND);
  }

  @Test
  void aSignatureOfSomebodyElseOrOfOtherWordsProvesNothing() {
    String good = SignedMail.by("adeyemi.example", MAIL);
    assertThat(weigh(SignedMail.by("evil.example", MAIL))).isEqualTo(Proof.FAILED);
    assertThat(weigh(good.replace("It broke", "Pay me"))).isEqualTo(Proof.FAILED);
    assertThat(weigh(good.replace("Ann Lee", "Bob Lee"))).isEqualTo(Proof.FAILED);
    assertThat(weigh(SignedMail.by("adeyemi.example", "l=2; ", MAIL) + "And more.\n"))
        .isEqualTo(Proof.FAILED);
  }

  @Test
  void aSecondSenderIsNotProvedByTheFirst() {
    String two = MAIL.replace("From: ", "From: Eve <eve@evil.example>\nFrom: ");
    assertThat(weigh(SignedMail.by("adeyemi.example", two))).isEqualTo(Proof.NONE);
    String both = MAIL.replace("<ann@adeyemi.example>", "<ann@adeyemi.example>, eve@evil.example");
    assertThat(weigh(SignedMail.by("adeyemi.example", both))).isEqualTo(Proof.NONE);
  }

  @Test
  void aDomainThatWantsItsVeryOwnNameOrOnlyTriesIsTakenAtItsWord() {
    names.put("_dmarc.adeyemi.example", "v=DMARC1; p=reject; adkim=s");
    assertThat(weigh(SignedMail.by("mail.adeyemi.example", MAIL))).isEqualTo(Proof.FAILED);
    assertThat(weigh(SignedMail.by("adeyemi.example", MAIL))).isEqualTo(Proof.DKIM);
    names.put("s._domainkey.adeyemi.example", SignedMail.key() + "; t=y");
    assertThat(weigh(SignedMail.by("adeyemi.example", MAIL))).isEqualTo(Proof.FAILED);
  }

  @Test
  void aDnsThatIsAwayProvesNothing() {
    names.away = true;
    assertThat(weigh(SignedMail.by("adeyemi.example", MAIL))).isEqualTo(Proof.AWAY);
  }

  @Test
  void theWordOfOurOwnServerCounts() {
    names.believe(true, false, "mx.fernhill.example");
    assertThat(weigh(OURS + FROM_ANN + MAIL)).isEqualTo(Proof.UPSTREAM);
    assertThat(weigh(FROM_ANN + OURS + MAIL)).isEqualTo(Proof.UPSTREAM);
    assertThat(
            weigh(
                OURS
                    + "Authentication-Results: mx.fernhill.example (ours) 1;\n"
                    + " spf=pass smtp.mailfrom=bounce@mail.adeyemi.example;\n dmarc=pass"
                    + " (p=none) header.from=adeyemi.example\n"
                    + MAIL))
        .isEqualTo(Proof.UPSTREAM);
  }

  /** Fields that a sender may write; {@code |} stands for our own server's Received field. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authentication-Results: mx.fernhill.example; dkim=pass header.d=adeyemi.example\n",
        "|Authentication-Results: mx.evil.example; dkim=pass header.d=adeyemi.example\n",
        "|Received: from a by b; x\nAuthentication-Results: mx.fernhill.example; dkim=pass header.d=adeyemi.example\n",
        "|X-Mailer: x\nAuthentication-Results: mx.fernhill.example; dkim=pass header.d=adeyemi.example\n",
        "|Authentication-Results: mx.fernhill.example; dkim=pass header.d=evil.example\n",
        "|Authentication-Results: mx.fernhill.example; dkim=fail header.d=adeyemi.example\n",
        "|Authentication-Results: mx.fernhill.example; none\n",
        "|Authentication-Results: mx.fernhill.example; x=y (dkim=pass header.d=adeyemi.example)\n",
        "|Authentication-Results: mx.fernhill.example; x=\"a; dkim=pass header.d=adeyemi.example\"\n",
        "|Authentication-Results: mx.fernhill.example; dmarc=fail header.from=adeyemi.example\nAuthentication-Results: mx.fernhill.example; dmarc=pass header.from=adeyemi.example\n",
        "|Authentication-Results: mx.fernhill.example; dmarc=fail; dkim=pass header.d=adeyemi.example\n",
        "|Authentication-Results: mx.fernhill.example; dkim=none\nAuthentication-Results: mx.fernhill.example; dkim=pass header.d=adeyemi.example\n",
        "|Authentication-Results: mx.fernhill.example; dmarc=pass header.from=evil.example\n",
      })
  void whatASenderWritesThereIsDropped(String forged) {
    names.believe(true, false, "mx.fernhill.example");
    assertThat(weigh(forged.replace("|", OURS) + MAIL)).isEqualTo(Proof.NONE);
  }

  @Test
  void withoutAnyMeansNobodyLooked() {
    names.believe(false, false, "");
    assertThat(weigh(SignedMail.by("adeyemi.example", MAIL))).isEqualTo(Proof.BLIND);
  }

  @Test
  void hostileSignaturesAreNoTrouble() {
    assertThat(weigh("DKIM-Signature: v=1;\n".repeat(50) + MAIL)).isEqualTo(Proof.NONE);
    assertThat(weigh("DKIM-Signature: =;;; b=(((\n" + MAIL)).isEqualTo(Proof.FAILED);
    assertThat(weigh("DKIM-Signature: v=1; a=rsa-sha256; d=; s=; h=from; bh=x; b=y\n" + MAIL))
        .isEqualTo(Proof.FAILED);
  }
}
