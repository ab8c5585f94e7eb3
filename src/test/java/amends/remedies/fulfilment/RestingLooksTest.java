package amends.remedies.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import amends.promises.NewPromise;
import amends.promises.Owner;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.remedies.fulfilment.Stop.Reason;
import amends.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody asks whether something arrived while it is stopped. */
class RestingLooksTest extends PayWorld {
  private static final String SEEN = "The same jug was paid for on 3 May, case 11";

  @Autowired Stops stops;
  @Autowired Promises promises;

  private Instant answerUntil(long grant) {
    return stops.of(grant).getLast().answerUntil();
  }

  private void goesOn(long grant) {
    String heard = stops.of(grant).getLast().heard();
    stops.decide(grant, new Stops.Decision(false, "There were two jugs", heard), world.hanna);
  }

  private Promise look(long grant) {
    return promises.promise(
        sql.sql("select check_promise_id from remedy_grant where id = :id")
            .param("id", grant)
            .query(Long.class)
            .single());
  }

  /** A remedy as the program promises to look at it. */
  private long lookedAt(long minor) {
    sql.sql(
            """
            insert into remedy_words (remedy_id, language, name, means, customer_does)
            values (:remedy, 'en', 'Money back', 'You get it back.', '') on conflict do nothing
            """)
        .param("remedy", remedy)
        .update();
    long grant = granted(minor, payment);
    Promise look =
        promises.make(
            new NewPromise(
                Subject.of("case", caseId),
                customer(),
                Promise.Kind.CHECK,
                "we ask whether it arrived",
                clock.instant().plus(Duration.ofDays(7)),
                new Owner(world.priya.id(), world.home.id()),
                world.priya.actor()));
    sql.sql("update remedy_grant set check_promise_id = :look where id = :id")
        .param("look", look.id())
        .param("id", grant)
        .update();
    return grant;
  }

  @Test
  void whetherItArrivedIsNotAskedWhileItIsStoppedAndAskedAgainOnceItGoesOn() {
    long grant = lookedAt(2000);
    Promise first = look(grant);
    stops.open(grant, Reason.DOUBLE_PAYMENT, SEEN, world.hanna);
    assertThat(look(grant).id()).isEqualTo(first.id());
    assertThat(look(grant).owed()).isFalse();
    assertThat(look(grant).moments().releasedAt()).isEqualTo(clock.instant());

    clock.set(answerUntil(grant));
    goesOn(grant);
    Promise again = look(grant);
    assertThat(again.id()).isNotEqualTo(first.id());
    assertThat(again.owed()).isTrue();
    assertThat(again.kind()).isEqualTo(Promise.Kind.CHECK);
    assertThat(again.dueAt()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));

    long kept = lookedAt(500);
    Promise seen = look(kept);
    promises.keep(seen.id(), Subject.of("remedy_check", 1), world.priya.actor());
    stops.open(kept, Reason.FRAUD, SEEN, world.hanna);
    clock.set(answerUntil(kept));
    goesOn(kept);
    assertThat(look(kept)).as("it was seen before").isEqualTo(promises.promise(seen.id()));
  }
}
