package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.faults.Wait;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/**
 * P9, F23: poison is taken in whole, becomes a case like any other mail, and holds up no other. The
 * program has 512 MB of heap. Thousands of mutated mails go through the door in {@code PoisonRun}.
 */
class P09PoisonTest {
  /** The goal is five seconds, which the run holds; this machine may be busy with other tests. */
  private static final Duration NEXT = Duration.ofSeconds(15);

  private static final long MOST_MEMORY = 1_000;

  private final House house = House.open();

  private static Map<String, String> poisons() throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("deep", nested(10_000));
    all.put("parts", "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\n".repeat(200_000));
    all.put("line", "\n" + "x".repeat(8_000_000) + "\n");
    all.put("comments", "Cc: " + "(".repeat(60_000) + " x@example.org\n\nhello\n");
    all.put(
        "links",
        "Content-Type: text/html\n\n" + "<a href='https://a.example/?q'>x</a> ".repeat(2_000));
    all.put("html", "Content-Type: text/html\n\n" + "<b><table><a>".repeat(30_000));
    all.put("utf32", "Content-Type: text/plain; charset=utf-32\n\n" + "x".repeat(999_999) + "\n");
    all.put(
        "bounce",
        "Content-Type: multipart/report; boundary=b\n\n"
            + "--b\nContent-Type: message/delivery-status\n\nAction: failed\n\n".repeat(50_000));
    all.put("zip", attached("bomb.zip", "application/zip", bomb()));
    byte[] tnef = "x\u009f>\"".repeat(200_000).getBytes(StandardCharsets.ISO_8859_1);
    all.put("winmail", attached("winmail.dat", "application/ms-tnef", tnef));
    return all;
  }

  private static String nested(int depth) {
    StringBuilder mail = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b").append(i);
      mail.append("\n\n--b").append(i).append('\n');
    }
    return mail.append("\nhello\n").toString();
  }

  private static String attached(String name, String type, byte[] content) {
    return "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nhello\n--b\nContent-Type: %s; name=%s\nContent-Transfer-Encoding: base64\n\n%s\n--b--\n"
        .formatted(type, name, Base64.getMimeEncoder().encodeToString(content));
  }

  /** A few kilobytes that would be 400 MB. */
  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      byte[] nothing = new byte[1 << 20];
      for (int i = 0; i < 400; i++) {
        zip.write(nothing);
      }
    }
    return out.toByteArray();
  }

  @Test
  void eachIsTakenInWholeAndTheNextMailIsACaseSoonAfter() throws IOException {
    int number = 0;
    for (Map.Entry<String, String> poison : poisons().entrySet()) {
      String who = "poison-" + poison.getKey() + "@customer.example";
      String head =
          "From: Poison <%s>\nTo: %s\nSubject: Poison\nMessage-ID: <poison-%s@x.example>\n"
              .formatted(who, House.HELP, poison.getKey());
      byte[] raw =
          (head + poison.getValue()).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
      assertThat(house.post(who, House.HELP, raw)).as(poison.getKey()).startsWith("250");
      String next = "after-poison-" + ++number + "@customer.example";
      house.post(
          next,
          House.HELP,
          "From: %s\nTo: %s\nSubject: Jug\nMessage-ID: <after-%d@x.example>\n\nIt broke.\n"
              .formatted(next, House.HELP, number));
      Wait.until(
          "the mail after " + poison.getKey() + " is a case",
          NEXT,
          () -> house.count("select count(*) from message where address = '" + next + "'") > 0);
      house.settle();
      // The end of a line before the dot is the sender's.
      assertThat(stored(poison.getKey())).as(poison.getKey()).isEqualTo(raw.length + 2L);
      assertThat(house.memory()).as("MB after " + poison.getKey()).isLessThan(MOST_MEMORY);
    }
    assertThat(
            house.count(
                "select count(*) from inbound where message_id like 'poison-%' and disposition is not null"))
        .isEqualTo(number);
  }

  private long stored(String key) {
    return house.count(
        "select b.size from inbound i join blob b on b.sha256 = i.sha256 where i.message_id = 'poison-"
            + key
            + "@x.example'");
  }
}
