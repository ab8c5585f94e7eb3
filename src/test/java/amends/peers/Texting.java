package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.peers.Visitor.Answer;
import amends.shared.net.Signature;
import amends.testing.FakeHttp;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A provider of text messages that the house is connected to, with the faults of real ones. */
final class Texting extends FakeHttp {
  private static final String SECRET = "a secret of the peers' provider";
  private static final Pattern PAGE = Pattern.compile("/connections/(\\d+)");

  final List<JsonNode> sent = new CopyOnWriteArrayList<>();
  private final AtomicInteger number = new AtomicInteger();
  private final House house;
  private final String page;

  Texting(House house) {
    super(House.INSIDE);
    this.house = house;
    Answer made =
        house.administrator.submit(
            "/connections",
            "/connections",
            "kind",
            "http",
            "name",
            "Texts of peers",
            "brand",
            "",
            "url",
            url() + "/send",
            "account",
            "",
            "sender",
            "+447700900001",
            "secret",
            SECRET,
            "per_minute",
            "6000");
    assertThat(made.status()).as(made.text()).isEqualTo(302);
    Matcher at = PAGE.matcher(made.header("Location"));
    assertThat(at.find()).as(made.header("Location")).isTrue();
    page = at.group();
  }

  @Override
  protected Said does(Call call) {
    if (call.method().equals("POST")) {
      sent.add(JsonMapper.shared().readTree(call.body()));
    }
    return Said.json(200, "{\"id\":\"T%d\"}".formatted(number.incrementAndGet()));
  }

  /** Tells what became of one, as the provider signs it; the status of the house's answer. */
  int tells(JsonNode text, String body) {
    String path = text.at("/receipts").asString().replaceFirst("^https?://[^/]+", "");
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    long now = Instant.now().getEpochSecond();
    String signature =
        Signature.header(List.of(SECRET.getBytes(StandardCharsets.UTF_8)), "evt", now, bytes);
    return house
        .stranger()
        .send(
            house
                .stranger()
                .asked(path)
                .header("webhook-id", "evt")
                .header("webhook-timestamp", "" + now)
                .header("webhook-signature", signature)
                .POST(BodyPublishers.ofByteArray(bytes)))
        .status();
  }

  @Override
  public void close() {
    house.administrator.submit(page, page + "/switch");
    super.close();
  }
}
