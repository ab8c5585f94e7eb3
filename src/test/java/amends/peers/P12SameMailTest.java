package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.faults.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** P12, F22: the same mail, by whatever doors and however often, is one case. */
class P12SameMailTest {
  private final House house = House.open();

  private static String mail(String id, String who, String words) {
    return "From: %s\nTo: %s\nSubject: Same\nMessage-ID: <%s>\nDate: Tue, 12 May 2026 13:00:00 +0000\n\n%s\n"
        .formatted(who, House.HELP, id, words);
  }

  private static <T> List<T> atOnce(int many, java.util.concurrent.Callable<T> act)
      throws Exception {
    try (ExecutorService hands = Executors.newFixedThreadPool(many)) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        running.add(hands.submit(act));
      }
      List<T> all = new ArrayList<>();
      for (Future<T> one : running) {
        all.add(one.get());
      }
      return all;
    }
  }

  private long of(String who) {
    return house.count(
        "select count(*) from message where direction = 'in' and address = '" + who + "'");
  }

  @Test
  void twentyAtOnceAreOneCaseAndOneAcknowledgement() throws Exception {
    String who = "same@customer.example";
    String mail = mail("same@x.example", who, "It broke.");
    assertThat(atOnce(20, () -> house.post(who, House.HELP, mail)))
        .allSatisfy(said -> assertThat(said).startsWith("250"));
    house.settle();
    assertThat(of(who)).isEqualTo(1);
    assertThat(house.caught(who)).hasSize(1);
  }

  @Test
  void bySmtpAndFromAMailboxItIsOneToo() throws Exception {
    String who = "two-doors@customer.example";
    String mail = mail("two-doors@x.example", who, "It broke.");
    try (Post post = new Post(house, "two-doors")) {
      List<String> doors =
          atOnce(
              20,
              () -> {
                post.put(mail);
                return house.post(
                    who,
                    House.HELP,
                    "Received: from a by b; Tue, 12 May 2026 13:00:01 +0000\n" + mail);
              });
      assertThat(doors).allSatisfy(said -> assertThat(said).startsWith("250"));
      Wait.until(
          "the mailbox is read",
          Duration.ofSeconds(60),
          () ->
              house.count(
                      "select count(*) from mailbox_mail m join mailbox b on b.id = m.mailbox_id where b.name = 'two-doors'")
                  == 20);
      house.settle();
    }
    assertThat(of(who)).isEqualTo(1);
    assertThat(house.caught(who)).hasSize(1);
  }

  @Test
  void theSameIdentifierWithOtherWordsIsKeptAndCalledOut() {
    String who = "other-words@customer.example";
    house.post(who, House.HELP, mail("other-words@x.example", who, "It broke."));
    house.settle();
    house.post(who, House.HELP, mail("other-words@x.example", who, "Send the money elsewhere."));
    house.settle();
    assertThat(of(who)).isEqualTo(1);
    assertThat(
            house.count(
                "select count(*) from held_mail where kind = 'quarantine' and reason = 'messages.held.same-id' and sender like '%other-words%'"))
        .isEqualTo(1);
    assertThat(house.administrator.get("/held?in=quarantine").text()).contains("other-words");
  }
}
