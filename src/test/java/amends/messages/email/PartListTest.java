package amends.messages.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every part with its decoded bytes, also of messages within messages. */
class PartListTest {
  private static JsonNode parts(String mail) {
    byte[] raw = mail.replace("\n", "\r\n").getBytes(UTF_8);
    return JsonMapper.shared().valueToTree(PartList.of(raw));
  }

  @Test
  void tellsEachLeafInItsOrderDecoded() {
    JsonNode parts =
        parts(
            """
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain
            Content-Transfer-Encoding: base64

            SGVsbG8=
            --b
            Content-Type: message/rfc822

            Subject: inner
            Content-Type: text/html

            <p>x
            --b
            --b--
            """);
    assertThat(parts).hasSize(3);
    assertThat(parts.get(0).get("type").asString()).isEqualTo("text/plain");
    assertThat(parts.get(0).get("size").asInt()).isEqualTo(5);
    assertThat(parts.get(0).get("sha256").asString())
        .isEqualTo("185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969");
    assertThat(parts.get(1).get("parts").get(0).get("type").asString()).isEqualTo("text/html");
  }

  @Test
  void saysOfTextThatIsNoPartThatItWasSaved() {
    JsonNode parts =
        parts(
            """
            Content-Type: multipart/mixed; boundary=nowhere

            The jug broke.
            """);
    assertThat(parts).hasSize(1);
    assertThat(parts.get(0).get("recovered").asBoolean()).isTrue();
  }

  @Test
  void messagesInMessagesHaveAnEnd() {
    assertThat(parts("Content-Type: message/rfc822\n\n".repeat(2_000) + "x\n").toString())
        .hasSizeLessThan(100_000);
  }
}
