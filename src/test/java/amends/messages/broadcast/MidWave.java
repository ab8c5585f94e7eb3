package amends.messages.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customers.Channel;
import amends.customers.Purpose;
import amends.messages.Couriers;
import amends.messages.MassCourier;
import amends.shared.Actor;
import amends.shared.Sql;
import amends.testing.AsOwner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;

/** Two couriers carry one wave while its people change. */
abstract class MidWave extends ManyPeople {
  /** What a courier had looked at before may still leave for so long. */
  private static final Duration IN_HAND = Duration.ofSeconds(3);

  private static final long SEED = 27;

  @Autowired Couriers couriers;
  private final Sink sink = new Sink();
  private final Map<Long, Long> optedOut = new ConcurrentHashMap<>();
  private final Map<Long, Long> merged = new ConcurrentHashMap<>();
  private final Random random = new Random(SEED);

  void wave(int many) throws InterruptedException {
    town(many);
    List<Long> all = sql.sql("select id from customer order by id").query(Long.class).list();
    long id = ready("Hello {first name}.");
    assertThat(listed(id).people()).isEqualTo(many);
    start(id);
    try (MassCourier one = couriers.ofMany(sink);
        MassCourier other = couriers.ofMany(sink)) {
      Thread first = Thread.ofPlatform().start(() -> carry(id, one));
      Thread second = Thread.ofPlatform().start(() -> carry(id, other));
      change(all, many / 20);
      first.join();
      second.join();
    }
    for (int i = 0; i < 3; i++) {
      clock.pass(Duration.ofMinutes(3));
      try (MassCourier last = couriers.ofMany(sink)) {
        carry(id, last);
      }
    }
    work();
    judge(id, many);
    next(id);
  }

  /** Customers with an address each, in one statement. */
  private void town(int many) {
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
  }

  private void carry(long id, MassCourier courier) {
    while (owed(id) > 0 && (courier.perform() || courier.busy())) {
      // The next batch.
    }
    while (courier.busy()) {
      Thread.onSpinWait();
    }
  }

  private long owed(long id) {
    return count(
        "delivery d join broadcast b on b.message_id = d.message_id where b.id = "
            + id
            + " and d.done_at is null and d.ready_at <= '"
            + Sql.at(clock.instant())
            + "'");
  }

  /** Each of three things to one in twenty, one after the other, as fast as they come. */
  private void change(List<Long> all, int each) {
    List<Long> left = new ArrayList<>(all);
    for (int i = 0; i < each; i++) {
      long out = left.remove(random.nextInt(left.size()));
      choices.say(out, Purpose.SERVICE, Channel.EMAIL, false, "page", Actor.customer(out));
      optedOut.put(out, System.nanoTime());
      long survivor = left.remove(random.nextInt(left.size()));
      long duplicate = left.remove(random.nextInt(left.size()));
      customers.merge(survivor, duplicate, Actor.SYSTEM);
      merged.put(duplicate, System.nanoTime());
      world.customer("Late Comer", "late" + i + "@town.example");
    }
  }

  private void judge(long id, int many) {
    Map<Long, Integer> cards = new HashMap<>();
    sink.got().forEach((customer, times) -> cards.put(customer, times.size()));
    assertThat(cards.values()).as("each card at most once").allMatch(n -> n == 1);
    List<Long> twice = twice(cards);
    List<Long> late =
        optedOut.entrySet().stream()
            .filter(e -> sink.got().containsKey(e.getKey()))
            .filter(e -> first(e.getKey()) - e.getValue() > IN_HAND.toNanos())
            .map(Map.Entry::getKey)
            .toList();
    assertThat(late).as("after the opt-out was committed").isEmpty();
    Reach reach = reach(id);
    System.out.printf(
        "wave of %d: %d reached, %d suppressed, %d coming; %d opted out (%d of them had it before),"
            + " %d persons had it on both cards before these were merged%n",
        many,
        reach.reached(),
        reach.suppressed(),
        reach.coming(),
        optedOut.size(),
        optedOut.keySet().stream().filter(sink.got()::containsKey).count(),
        twice.size());
    assertThat(reach.people())
        .isEqualTo(reach.reached() + reach.suppressed() + reach.unreached() + reach.coming());
    assertThat(reach.coming()).isZero();
    assertThat(reach.reached()).isEqualTo(cards.size());
  }

  /** Persons with two cards that both got it: allowed only when both had left before the merge. */
  private List<Long> twice(Map<Long, Integer> cards) {
    List<Long> twice = new ArrayList<>();
    sql.sql("select m.duplicate_id, m.survivor_id, m.id from customer_merge m order by m.id")
        .query(rs -> {
          long duplicate = rs.getLong(1);
          long survivor = rs.getLong(2);
          if (cards.containsKey(duplicate) && cards.containsKey(survivor)) {
            twice.add(duplicate);
            assertThat(takenBeforeMerge(duplicate, survivor))
                .as("%d and %d are one person", duplicate, survivor)
                .isTrue();
          }
        });
    return twice;
  }

  private long first(long customer) {
    return Objects.requireNonNull(sink.got().get(customer)).getFirst();
  }

  /** The later of the two was in a courier's hand already when the cards became one. */
  private boolean takenBeforeMerge(long duplicate, long survivor) {
    long later = Math.max(first(duplicate), first(survivor));
    return later - merged.getOrDefault(duplicate, 0L) <= IN_HAND.toNanos();
  }

  /** Who came meanwhile gets it in the next wave, and nobody a second time. */
  private void next(long first) {
    int before = sink.got().size();
    long second = written("Hello {first name}.");
    broadcasts.whom(second, "everyone", Map.of(), first, world.admin);
    work();
    start(second);
    try (MassCourier courier = couriers.ofMany(sink)) {
      carry(second, courier);
    }
    assertThat(sink.got().values()).allMatch(times -> times.size() == 1);
    assertThat(sink.got()).hasSize(before + reach(second).reached());
    assertThat(reach(second).reached()).isEqualTo(optedOut.size());
  }
}
