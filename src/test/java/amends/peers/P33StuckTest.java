package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.faults.Wait;
import amends.peers.Visitor.Answer;
import amends.testing.FakeHttp;
import amends.testing.FakeRelay;
import amends.testing.FakeRelay.Mood;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * P33, F10: a provider of texts, a receiver of web hooks and a brand's mail server take what they
 * are given and never answer: mail to everybody else goes on as before, and threads stay few.
 */
class P33StuckTest {
  private static final int STUCK = 20;
  private static final int FLOWING = 12;
  private static final Duration USUAL = Duration.ofSeconds(15);

  private final House house = House.open();

  /** A receiver of web hooks that never answers. */
  private static final class Silent extends FakeHttp {
    Silent() {
      super(House.INSIDE);
      mood = Mood.HANGS;
    }

    @Override
    protected Said does(Call call) {
      return Said.json(204, "");
    }
  }

  private void reply(long id, String way) {
    String at = "/cases/" + id;
    Answer sent =
        house.administrator.submit(
            at,
            at + "/replies",
            "mode",
            "reply",
            "text",
            "A new one is on its way.",
            "nothing_more",
            "yes",
            "way",
            way);
    assertThat(sent.status()).as(sent.text()).isEqualTo(302);
  }

  private long brandOfItsOwn(int port) {
    Answer made =
        house.administrator.submit(
            "/brands",
            "/brands",
            "name",
            "Stuck & Co",
            "sender_address",
            "help@stuck.localhost",
            "language",
            "en",
            "zone",
            "Europe/London",
            "calendar",
            "office");
    assertThat(made.status()).as(made.text()).isEqualTo(302);
    long brand = house.count("select id from brand where name = 'Stuck & Co'");
    Answer set =
        house.administrator.submit(
            "/mail-servers",
            "/mail-servers/" + brand,
            "host",
            "127.0.0.1",
            "port",
            "" + port,
            "tls",
            "none",
            "login",
            "",
            "password",
            "");
    assertThat(set.status()).as(set.text()).isEqualTo(302);
    return brand;
  }

  private List<Long> flowing(String round) {
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < FLOWING; i++) {
      String name = "flows-" + round + "-" + i;
      String who = name + "@customer.example";
      long began = System.nanoTime();
      house.mail(
          who,
          "From: %s\r\nTo: %s\r\nSubject: Jug\r\n".formatted(who, House.HELP),
          "It broke, says " + name);
      Wait.until("the acknowledgement of " + name, USUAL, () -> !house.caught(who).isEmpty());
      millis.add(Duration.ofNanos(System.nanoTime() - began).toMillis());
    }
    Collections.sort(millis);
    return millis;
  }

  private static long p95(List<Long> sorted) {
    return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
  }

  @Test
  void whatIsStuckHoldsUpNoOther() throws IOException {
    List<Long> before = flowing("before");
    long threads = house.threads();
    try (FakeRelay stuck = new FakeRelay();
        Texting texting = new Texting(house);
        Silent receiver = new Silent()) {
      stuck.mood(Mood.TAKE_AND_HANG);
      texting.mood = FakeHttp.Mood.HANGS;
      long brand = brandOfItsOwn(stuck.port());
      long hook = hook(receiver);
      for (int i = 0; i < STUCK; i++) {
        String who = "stuck-mail-" + i + "@customer.example";
        house.post(
            who,
            "help@stuck.localhost",
            "From: %s\nTo: help@stuck.localhost\nSubject: Stuck\nMessage-ID: <stuck-%d@x.example>\n\nIt broke, says %d.\n"
                .formatted(who, i, i));
        if (i % 2 == 0) {
          reply(ByPhone.opened(house, "stuck-text-" + i, "+4477009100" + (10 + i)), "sms");
        }
      }
      Wait.until(
          "the mail server and the provider have some and do not answer",
          Duration.ofSeconds(60),
          () -> stuck.got().size() >= 8 && !texting.calls.isEmpty() && !receiver.calls.isEmpty());
      List<Long> beside = flowing("beside");
      System.out.printf(
          "P33: an acknowledgement after %d ms before and %d ms beside what is stuck (95 %%)%n",
          p95(before), p95(beside));
      assertThat(p95(beside)).isLessThan(Math.max(3 * p95(before), p95(before) + 2_000));
      assertThat(house.threads()).as("threads").isLessThan(threads + 60);
      house.api.json("POST", "/api/v1/hooks/" + hook + "/switch", "{\"on\": false}", "p33-off");
      house.administrator.submit("/mail-servers", "/mail-servers/" + brand + "/removal");
    }
    assertThat(
            house.count(
                "select count(*) from delivery where address like 'stuck-mail-%' and failed_at is not null"))
        .as("nothing was given up")
        .isZero();
    Wait.until(
        "what was stuck has reached everybody",
        Duration.ofSeconds(60),
        () -> {
          house.run(
              "update delivery set ready_at = least(ready_at, now()) where address like 'stuck-mail-%' and done_at is null");
          return house.count(
                  "select count(*) from delivery where address like 'stuck-mail-%' and done_at is null")
              == 0;
        });
  }

  private long hook(FakeHttp receiver) {
    Answer made =
        house.api.json(
            "POST",
            "/api/v1/hooks",
            "{\"name\": \"Silent\", \"url\": \"%s/hear\", \"kinds\": [\"case.*\"]}"
                .formatted(receiver.url()),
            "p33-hook");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    long id = made.at("/id").asLong();
    house.api.json("POST", "/api/v1/hooks/" + id + "/secrets", "", "p33-secret");
    return id;
  }
}
