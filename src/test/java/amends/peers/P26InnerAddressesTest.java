package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.faults.Wait;
import amends.peers.Visitor.Answer;
import amends.testing.FakeHttp;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** P26: neither a web hook nor a picture in a mail makes the program call its own network. */
class P26InnerAddressesTest {
  /** What of a web hook may hold any digits: its moment, its port and its counts. */
  private static final Pattern WRITTEN =
      Pattern.compile("\"(made_at|url)\":\"[^\"]*\"|\"(id|seal|failing|brand_id)\":\\d+");

  private final House house = House.open();
  private final AtomicInteger hits = new AtomicInteger();
  private HttpServer canary;

  @BeforeEach
  void listen() throws IOException {
    canary = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 10);
    canary.createContext(
        "/",
        exchange -> {
          hits.incrementAndGet();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    canary.start();
  }

  @AfterEach
  void close() {
    canary.stop(0);
  }

  @Test
  void noWebHookReachesAnInnerAddressHoweverItIsWritten() {
    int port = canary.getAddress().getPort();
    int number = 0;
    for (String host :
        List.of(
            "127.0.0.1",
            "127.1",
            "0x7f000001",
            "2130706433",
            "0177.0.0.1",
            "localhost",
            "localhost.",
            "[::1]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "0.0.0.0",
            "[::]",
            "169.254.169.254",
            "10.0.0.1",
            "amends.localhost")) {
      for (String scheme : List.of("http", "https")) {
        String url = scheme + "://" + host + ":" + port + "/hear";
        Answer made =
            house.api.json(
                "POST",
                "/api/v1/hooks",
                "{\"name\": \"Peer\", \"url\": \"%s\", \"kinds\": [\"case.*\"]}".formatted(url),
                "p26-" + number++);
        assertThat(made.status()).as(url).isIn(201, 422);
        if (made.status() == 201) {
          String at = "/api/v1/hooks/" + made.at("/id").asLong();
          house.api.json("POST", at + "/secrets", "", "p26-secret-" + number);
        }
      }
    }
    house.writes("hook-peer", "A bell", "It rings.");
    Wait.until(
        "each of them was tried",
        Duration.ofSeconds(60),
        () ->
            house.count("select count(*) from hook h where h.name = 'Peer'")
                == house.count(
                    "select count(distinct c.hook_id) from hook_call c join hook h on h.id = c.hook_id where h.name = 'Peer' and c.attempts > 0"));
    assertThat(hits.get()).isZero();
    assertThat(WRITTEN.matcher(house.api.get("/api/v1/hooks?limit=200").text()).replaceAll(""))
        .as("no answer of an inner host is shown")
        .doesNotContain("204");
    for (var hook : house.api.get("/api/v1/hooks?limit=200").at("/items")) {
      house.api.json(
          "POST",
          "/api/v1/hooks/" + hook.get("id").asLong() + "/switch",
          "{\"on\": false}",
          "p26-off-" + hook.get("id").asLong());
    }
  }

  /** A receiver that may be called points to one that may not. */
  @Test
  void noWebHookIsLedToAnInnerAddressByItsReceiver() {
    String inner = "http://127.0.0.1:" + canary.getAddress().getPort() + "/hear";
    try (Pointing receiver = new Pointing(inner)) {
      Answer made =
          house.api.json(
              "POST",
              "/api/v1/hooks",
              "{\"name\": \"Pointing\", \"url\": \"%s/hear\", \"kinds\": [\"case.*\"]}"
                  .formatted(receiver.url()),
              "p26-pointing");
      assertThat(made.status()).as(made.text()).isEqualTo(201);
      String at = "/api/v1/hooks/" + made.at("/id").asLong();
      house.api.json("POST", at + "/secrets", "", "p26-pointing-secret");
      house.writes("hook-pointing", "A bell", "It rings.");
      Wait.until(
          "the receiver was called", Duration.ofSeconds(60), () -> !receiver.calls.isEmpty());
      Wait.until(
          "and that was no success",
          Duration.ofSeconds(30),
          () ->
              house.count(
                      "select count(*) from hook_call c join hook h on h.id = c.hook_id where h.name = 'Pointing' and c.trouble is not null")
                  > 0);
      house.api.json("POST", at + "/switch", "{\"on\": false}", "p26-pointing-off");
    }
    assertThat(hits.get()).isZero();
  }

  private static final class Pointing extends FakeHttp {
    private final String to;

    Pointing(String to) {
      super(House.INSIDE);
      this.to = to;
    }

    @Override
    protected Said does(Call call) {
      return Said.json(302, "").with(Map.of("Location", to));
    }
  }

  @Test
  void noPictureOfAMailIsFetchedByUsOrByWhoeverReadsIt() {
    String picture = "http://127.0.0.1:" + canary.getAddress().getPort() + "/pixel.png";
    String address = "pixel@customer.example";
    house.mail(
        address,
        "From: %s\r\nTo: %s\r\nSubject: A picture\r\nMIME-Version: 1.0\r\nX-Face: %s\r\n"
            .formatted(address, House.HELP, picture),
        "text/html",
        "<p>Look</p><img src=\"%1$s\"><link rel=stylesheet href=\"%1$s\"><div style=\"background:url(%1$s)\">x</div>"
            .formatted(picture));
    house.settle();
    long id = house.caseOf(address).at("/id").asLong();
    long message =
        house.api.get("/api/v1/cases/" + id + "/messages?direction=in").at("/items/0/id").asLong();
    for (String path : List.of("/cases/" + id, "/messages/" + message + "/html")) {
      Answer page = house.administrator.get(path);
      assertThat(page.status()).as(path).isEqualTo(200);
      assertThat(page.text())
          .as(path)
          .doesNotContain("src=\"" + picture, "url(" + picture, "href=\"" + picture);
      assertThat(page.header("Content-Security-Policy")).as(path).doesNotContain("http:", "*");
    }
    assertThat(hits.get()).isZero();
  }
}
