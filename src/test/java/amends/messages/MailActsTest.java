package amends.messages;

import static org.assertj.core.api.Assertions.assertThat;

import amends.messages.InboundRows.Raw;
import amends.messages.MailActs.Letter;
import amends.messages.email.Bounds;
import amends.messages.email.MailReader;
import amends.shared.WorkRows;
import amends.shared.WorkRows.Lease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Mails that share a transaction, and those that must not suffer for it. */
class MailActsTest extends MailTest {
  @Autowired InboundRows inbound;
  @Autowired Reading reading;

  private WorkRows rows;
  private MailActs mailActs;
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch began = new CountDownLatch(2);
  private final Set<Long> transactions = ConcurrentHashMap.newKeySet();

  @BeforeEach
  void twoHoldTheSeats() {
    rows = new WorkRows(sql, clock, "inbound");
    mailActs = new MailActs(readingTools, rows, () -> intake);
    intake.answer =
        mail -> {
          String text = mail.mail().text();
          if (text.contains("hold")) {
            began.countDown();
            await(held);
          }
          if (text.contains("poison")) {
            throw new IllegalStateException("it breaks us");
          }
          if (text.contains("taken up by another")) {
            sql.sql("update inbound set fence = fence + 1 where id = :id")
                .param("id", mail.inboundId())
                .update();
          }
          transactions.add(
              sql.sql("select cast(pg_current_xact_id() as text)").query(Long.class).single());
          return intake.open(mail);
        };
  }

  @Test
  void mailsReadAtTheSameMomentShareATransaction() throws Exception {
    List<Throwable> troubles = actWhileSeatsAreHeld("one", "two", "three", "four");

    assertThat(troubles).isEmpty();
    assertThat(transactions).hasSize(3);
    assertThat(count("inbound where disposition = 'case' and done_at is not null")).isEqualTo(6);
    assertThat(count("message where direction = 'in' and inbound_id is not null")).isEqualTo(6);
    assertThat(intake.taken).hasSize(6);
  }

  @Test
  void aMailThatFailsHarmsNoneOfThoseWithIt() throws Exception {
    List<Throwable> troubles = actWhileSeatsAreHeld("one", "poison", "three", "four");

    assertThat(troubles).hasSize(1);
    assertThat(count("inbound where done_at is null")).isEqualTo(1);
    assertThat(count("inbound where disposition = 'case'")).isEqualTo(5);
    assertThat(count("message")).isEqualTo(5);
    assertThat(intake.taken).hasSize(5);
  }

  @Test
  void aMailThatIsNoLongerOursHarmsNoneOfThoseWithIt() throws Exception {
    List<Throwable> troubles = actWhileSeatsAreHeld("one", "taken up by another", "three");

    assertThat(troubles).singleElement().isInstanceOf(WorkRows.LeaseLost.class);
    assertThat(count("inbound where done_at is null")).isEqualTo(1);
    assertThat(count("message")).isEqualTo(4);
  }

  @Test
  void whatAnswersSomethingOfOursKeepsNobodyWaiting() {
    arrive(
        "ann@example.org",
        addresses.replyTo(CASE, 7),
        Mails.fromAnn("<r@example.org>", "An answer."));
    Letter answer = letters().getFirst();

    assertThat(reading.isRouted(answer.raw(), answer.mail())).isTrue();
  }

  private List<Throwable> actWhileSeatsAreHeld(String... texts) throws Exception {
    arrive(Mails.fromAnn("<h1@example.org>", "hold"));
    arrive(Mails.fromAnn("<h2@example.org>", "hold"));
    List<Letter> holding = letters();
    for (String text : texts) {
      arrive(Mails.fromAnn("<" + text.replace(' ', '.') + "@example.org>", text));
    }
    List<Letter> others = letters();
    List<Throwable> troubles = new ArrayList<>();
    try (ExecutorService hands = Executors.newCachedThreadPool()) {
      List<Future<?>> all = new ArrayList<>();
      holding.forEach(letter -> all.add(hands.submit(() -> mailActs.act(letter))));
      await(began);
      others.forEach(letter -> all.add(hands.submit(() -> mailActs.act(letter))));
      while (mailActs.gathered() < others.size()) {
        Thread.onSpinWait();
      }
      held.countDown();
      for (Future<?> each : all) {
        try {
          each.get();
        } catch (java.util.concurrent.ExecutionException e) {
          troubles.add(e.getCause());
        }
      }
    }
    return troubles;
  }

  private List<Letter> letters() {
    List<Letter> letters = new ArrayList<>();
    for (Lease lease : rows.claim(20, Duration.ofMinutes(5))) {
      Raw raw = inbound.raw(lease.id());
      ReadMail mail = MailReader.read(raw.bytes(), Bounds.USUAL, raw.envelopeFrom());
      letters.add(new Letter(lease, raw, mail, reading.helpAddresses()));
    }
    return letters;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
