package amends.messages.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customers.Purpose;
import amends.messages.Couriers;
import amends.messages.MassCourier;
import amends.messages.broadcast.After.Earlier;
import amends.messages.broadcast.After.Given;
import amends.messages.broadcast.After.How;
import amends.messages.broadcast.Broadcast.Ways;
import amends.messages.broadcast.Broadcast.Words;
import amends.testing.AsOwner;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A promise to fifty thousand, moved and kept: how much longer it takes than words alone. */
@Tag("longrun")
class WordToManyRun extends ManyPeople {
  private static final String NEXT = "We tell you what we have found";

  @Autowired Couriers couriers;

  @Test
  void eachHasItsPromiseAndWordsAloneAreNotMuchFaster() {
    int many = Integer.getInteger("faults.people", 50_000);
    new AsOwner()
        .run(
            """
            with made as (
              insert into customer (kind, name, name_folded, locale, zone, created_at)
              select 'person', 'Ann Berg', 'ann berg', 'en', 'UTC', '2026-01-01T00:00:00Z'
              from generate_series(1, %d) returning id)
            insert into contact_point (customer_id, channel, address, address_norm, preferred, added_at)
            select id, 'email', 'c' || id || '@town.example', 'c' || id || '@town.example', true,
              '2026-01-01T00:00:00Z' from made
            """
                .formatted(many));
    carried(sent(After.NOTHING));
    double plain = carried(sent(After.NOTHING));
    long first = sent(new After(given(3), null));
    double promised = carried(first);
    assertThat(following.standing(first, world.admin).owed()).isEqualTo(many);
    long second = sent(new After(given(5), new Earlier(first, How.MOVED)));
    double moved = carried(second);
    assertThat(following.standing(first, world.admin).moved()).isEqualTo(many);
    long third = sent(new After(null, new Earlier(second, How.KEPT)));
    double kept = carried(third);
    assertThat(following.standing(second, world.admin).kept()).isEqualTo(many);
    System.out.printf(
        "VERDICT %d people: words alone %.1f s, with a promise %.1f s, moved %.1f s, kept %.1f s%n",
        many, plain, promised, moved, kept);
  }

  private Given given(int days) {
    return new Given(NEXT, clock.instant().plus(Duration.ofDays(days)));
  }

  private long sent(After after) {
    long id =
        broadcasts.write(
            new Words(world.brand.id(), Purpose.SAFETY, Ways.EMAIL, "Your heater", "Hello.", after),
            world.admin);
    broadcasts.whom(id, "everyone", Map.of(), null, world.admin);
    work();
    start(id);
    return id;
  }

  /** In seconds. */
  private double carried(long id) {
    long began = System.nanoTime();
    try (MassCourier courier = couriers.ofMany(new Sink())) {
      while (reach(id).coming() > 0) {
        if (!courier.perform() && !courier.busy()) {
          clock.pass(Duration.ofSeconds(1));
        }
      }
    }
    return (System.nanoTime() - began) / 1e9;
  }
}
