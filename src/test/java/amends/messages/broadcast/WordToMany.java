package amends.messages.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Ledger;
import amends.customers.Purpose;
import amends.messages.Errands;
import amends.messages.Receipts;
import amends.messages.broadcast.After.Earlier;
import amends.messages.broadcast.After.Given;
import amends.messages.broadcast.Broadcast.Ways;
import amends.messages.broadcast.Broadcast.Words;
import amends.messages.broadcast.WordGiven.Standing;
import amends.shared.Check;
import amends.testing.AsOwner;
import amends.time.AlarmClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Broadcasts that promise something, and what became of that. */
abstract class WordToMany extends ManyPeople {
  static final String NEXT = "We tell you what we have found";

  @Autowired AlarmClock alarmClock;
  @Autowired Errands errands;
  @Autowired Receipts receipts;
  @Autowired Ledger ledger;
  @Autowired List<Check> checks;

  @BeforeEach
  void quietClocks() {
    new AsOwner().run("truncate notice cascade");
    sql.sql("update alarm set done_at = due_at where done_at is null").update();
  }

  Instant inDays(int days) {
    return clock.instant().plus(Duration.ofDays(days));
  }

  Words said(@Nullable Instant due, @Nullable Earlier earlier) {
    return new Words(
        world.brand.id(),
        Purpose.SERVICE,
        Ways.EMAIL,
        "Your heater",
        "Hello {first name}, we look into it.",
        new After(due == null ? null : new Given(NEXT + ".", due), earlier));
  }

  long going(@Nullable Instant due, @Nullable Earlier earlier) {
    long id = broadcasts.write(said(due, earlier), world.admin);
    broadcasts.whom(id, "everyone", Map.of(), null, world.admin);
    work();
    start(id);
    return id;
  }

  Standing standing(long id) {
    return following.standing(id, world.admin);
  }

  void ring() {
    while (alarmClock.perform()) {}
  }

  void allHolds() {
    work();
    assertThat(checks.stream().filter(c -> c.words().contains("promises.check")))
        .hasSizeGreaterThan(1)
        .allSatisfy(check -> assertThat(check.run()).isEmpty());
  }
}
