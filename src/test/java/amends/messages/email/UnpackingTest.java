package amends.messages.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import amends.messages.ReadMail;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What wraps a message's parts is opened: winmail.dat, uuencode, opaque signatures, lost
 * boundaries.
 */
class UnpackingTest {
  @Test
  void winmailDatBringsItsWordsAndFiles() {
    byte[] tnef =
        tnef(
            property(0x1000, 0x001F, "The jug broke.\0".getBytes(UTF_16LE)),
            List.of(file("jüg.txt", "photo".getBytes(UTF_8)), file("b.pdf", new byte[] {1, 2, 3})));
    ReadMail mail = winmail(tnef);
    assertThat(mail.text()).isEqualTo("The jug broke.");
    assertThat(mail.attachments())
        .extracting(ReadMail.Attachment::name)
        .containsExactly("jüg.txt", "b.pdf");
    assertThat(mail.attachments().getLast().bytes().get()).containsExactly(1, 2, 3);
  }

  @Test
  void winmailDatMayBringHtmlOrRichText() {
    assertThat(
            winmail(tnef(property(0x1013, 0x0102, "<p>The <b>jug</b>".getBytes(UTF_8)), List.of()))
                .html())
        .contains("<b>jug</b>");
    String rtf =
        "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}The j\\'fcg \\u8211? broke.\\par Ann}";
    assertThat(winmail(tnef(property(0x1009, 0x0102, stored(rtf)), List.of())).text())
        .isEqualTo("The jüg – broke.\nAnn");
    String wrapped =
        "{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag64 <p>}\\htmlrtf \\par\\htmlrtf0 The jug{\\*\\htmltag72 </p>}}";
    assertThat(winmail(tnef(property(0x1009, 0x0102, stored(wrapped)), List.of())).text())
        .isEqualTo("The jug");
  }

  @Test
  void compressedRichTextBeginsWithTheCommonWords() {
    // The example of the specification: "{\rtf1\ansi\ansicpg1252\pard hello world}\r\n".
    byte[] packed =
        Base64.getDecoder()
            .decode("LQAAACsAAABMWkZ18cXHpwMACgByY3BnMTI1QjIK8yBoZWwJACBidwWwbGR9CoAPoA==");
    assertThat(new String(CompressedRtf.decompress(packed), ISO_8859_1))
        .isEqualTo("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
  }

  @Test
  void whatIsNoWinmailDatStaysAFile() {
    ReadMail mail = winmail("no such thing".getBytes(UTF_8));
    assertThat(mail.attachments())
        .extracting(ReadMail.Attachment::name)
        .containsExactly("winmail.dat");
  }

  @Test
  void filesInAPlainTextAreTakenOut() {
    ReadMail mail = Mails.body("Here it is.\n\nbegin 644 jug.txt\n#0V%T\n`\nend\n\nAnn\n");
    assertThat(mail.text()).isEqualTo("Here it is.\n\n\nAnn\n");
    assertThat(mail.attachments().getFirst().name()).isEqualTo("jug.txt");
    assertThat(mail.attachments().getFirst().bytes().get()).isEqualTo("Cat".getBytes(UTF_8));
    assertThat(Mails.body("begin 644 days ago\nthe jug broke, and it was mine\nend").attachments())
        .isEmpty();
  }

  @Test
  void wordsWithinAnOpaqueSignatureAreRead() {
    byte[] inner = "Content-Type: text/plain\r\n\r\nThe jug broke.\r\n".getBytes(UTF_8);
    byte[] octets = der(0x04, inner);
    byte[] data = join(oid(1), der(0xA0, octets));
    byte[] signed =
        der(0x30, join(der(0x02, new byte[] {1}), der(0x31, new byte[0]), der(0x30, data)));
    byte[] all = der(0x30, join(oid(2), der(0xA0, signed)));
    ReadMail mail =
        Mails.read(
            "From: ann@example.net\nContent-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(all));
    assertThat(mail.text()).contains("The jug broke.");
    assertThat(mail.wrapper()).isEqualTo("smime-signed");
    assertThat(mail.attachments()).hasSize(1);
  }

  @Test
  void clearSignedWordsStandWithoutTheirArmour() {
    ReadMail mail =
        Mails.body(
            "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nThe jug broke.\n- -- \nAnn\n"
                + "-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n");
    assertThat(mail.replyText()).isEqualTo("The jug broke.");
    assertThat(mail.wrapper()).isEqualTo("pgp-signed");
  }

  @Test
  void aBoundaryThatWasLostIsFoundAgain() {
    String parts =
        "--x\nContent-Type: text/plain\n\nThe jug broke.\n--x\nContent-Type: text/plain; name=a.txt\n"
            + "Content-Disposition: attachment\n\nphoto\n--x--\n";
    for (String type : List.of("multipart/mixed", "multipart/mixed; boundary=other")) {
      ReadMail mail = Mails.read("Subject: jug\nContent-Type: " + type + "\n\n" + parts);
      assertThat(mail.text()).as(type).contains("The jug broke.").doesNotContain("--x");
      assertThat(mail.attachments()).as(type).hasSize(1);
    }
  }

  @Test
  void aMessageThatBringsNothingButAnotherShowsIt() {
    ReadMail mail =
        Mails.read(
            "Subject: Fwd\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\n"
                + "From: Bo <bo@example.org>\nSubject: =?utf-8?Q?J=C3=BCg?=\n\nIt broke.\n--b--\n");
    assertThat(mail.text())
        .contains("From: Bo <bo@example.org>")
        .contains("Jüg")
        .contains("It broke.");
    assertThat(mail.replyText()).isEmpty();
    assertThat(mail.attachments()).hasSize(1);
  }

  @Test
  void linesOfOldMacsAndEncodingsOddlyNamed() {
    byte[] mac = "Subject: jug\rFrom: a@b.example\r\rIt broke.\r".getBytes(UTF_8);
    assertThat(MailReader.read(mac).text()).isEqualTo("It broke.\n");
    for (String name : List.of("BASE64;", "\"base64\"", "Base-64", "base64 (x)")) {
      assertThat(Mails.read("Content-Transfer-Encoding: " + name + "\n\nSXQgYnJva2Uu\n").text())
          .isEqualTo("It broke.");
    }
    assertThat(Mails.read("Content-Transfer-Encoding: quoted printable\n\nIt =\nbroke=2E\n").text())
        .isEqualTo("It broke.\n");
  }

  @Test
  void aFileThatIsNoMailIsKeptAsOne() {
    byte[] msg = new byte[2_000];
    System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, msg, 0, 4);
    ReadMail mail = MailReader.read(msg);
    assertThat(mail.attachments().getFirst().type()).isEqualTo("application/vnd.ms-outlook");
    assertThat(mail.attachments().getFirst().size()).isEqualTo(2_000);
    assertThat(mail.error()).isNotNull();
  }

  @Test
  void flowedQuotationIsJoinedToo() {
    assertThat(Flowed.joined("> one \n> two\n>> three\nfour \nfive\n-- \nAnn", false))
        .isEqualTo("> one two\n>> three\nfour five\n-- \nAnn");
  }

  private static ReadMail winmail(byte[] tnef) {
    return Mails.read(
        "From: ann@example.net\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
            + "Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n"
            + Base64.getMimeEncoder().encodeToString(tnef)
            + "\n--b--\n");
  }

  private static byte[] stored(String rtf) {
    byte[] bytes = rtf.getBytes(ISO_8859_1);
    return join(int4(bytes.length + 12), int4(bytes.length), int4(0x414C454D), int4(0), bytes);
  }

  private static byte[] tnef(byte[] properties, List<byte[]> files) {
    byte[] all =
        join(int4(0x223E9F78), new byte[2], attribute(1, 0x00069003, join(int4(1), properties)));
    for (byte[] file : files) {
      all = join(all, file);
    }
    return all;
  }

  private static byte[] file(String name, byte[] bytes) {
    return join(
        attribute(2, 0x00069002, new byte[14]),
        attribute(2, 0x0006800F, bytes),
        attribute(
            2,
            0x00069005,
            join(int4(1), property(0x3707, 0x001F, (name + "\0").getBytes(UTF_16LE)))));
  }

  private static byte[] property(int id, int type, byte[] value) {
    byte[] padding = new byte[(4 - value.length % 4) % 4];
    return join(
        new byte[] {(byte) type, (byte) (type >> 8), (byte) id, (byte) (id >> 8)},
        int4(1),
        int4(value.length),
        value,
        padding);
  }

  private static byte[] attribute(int level, int id, byte[] data) {
    return join(new byte[] {(byte) level}, int4(id), int4(data.length), data, new byte[2]);
  }

  private static byte[] oid(int last) {
    byte[] number = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 7, (byte) last};
    return der(0x06, number);
  }

  private static byte[] der(int tag, byte[] value) {
    return join(
        new byte[] {(byte) tag, (byte) 0x82, (byte) (value.length >> 8), (byte) value.length},
        value);
  }

  private static byte[] int4(int value) {
    return new byte[] {
      (byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)
    };
  }

  private static byte[] join(byte[]... pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }
}
