package amends.app.bench;

import static java.util.Objects.requireNonNull;

import amends.customers.Channel;
import amends.customers.Customers;
import amends.customers.Stranger;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Sql;
import amends.staff.FirstStart;
import amends.staff.NewBrand;
import amends.staff.Staff;
import amends.time.AlarmClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Due promises, rung by the program's own clock or broken by the limit's statements. */
final class Ringing {
  static final List<Table> TABLES =
      List.of(
          Table.of("promise", "id", "subject_id"),
          Table.of("alarm", "id", "subject_id"),
          Table.of("journal_entry", "id", "subject_id", "hash"),
          Table.beside("journal_pending", "journal_pending t", "t.entry_id", "entry_id"));

  private static final int SEEDED_AT_ONCE = 100_000;
  private static final Duration LATE = Duration.ofSeconds(60);

  private final Script script = Script.read("alarms");
  private final JdbcClient sql;
  private final Acts acts;
  private final InstantSource clock;
  private final AlarmClock alarms;
  private final Footprint.Ground ground;
  private final long customer;
  private final long team;
  private long seeded;

  Ringing(ApplicationContext context) {
    sql = context.getBean(JdbcClient.class);
    acts = context.getBean(Acts.class);
    clock = context.getBean(InstantSource.class);
    alarms = context.getBean(AlarmClock.class);
    ground = new Footprint.Ground(sql, acts, TABLES);
    context
        .getBean(FirstStart.class)
        .prepare(
            new NewBrand("Bench", "help@bench.example", Locale.ENGLISH, ZoneOffset.UTC), "Bench");
    team = context.getBean(Staff.class).teams().getFirst().id();
    customer =
        context
            .getBean(Customers.class)
            .meet(
                Stranger.person(
                    "Bench", Channel.EMAIL, "one@bench.example", Locale.ENGLISH, ZoneOffset.UTC),
                Actor.SYSTEM)
            .id();
  }

  /** Rings as many as are due; what that left behind. */
  Footprint real(int count, Pace pace) {
    Map<String, Long> marks = seedDue(count);
    pace.time(
        count,
        () -> {
          while (alarms.perform()) {}
        });
    return ground.since(marks);
  }

  Footprint limit(int count, Pace pace) {
    Map<String, Long> marks = seedDue(count);
    pace.time(
        count,
        () -> {
          while (limitBatch() == AlarmClock.BATCH) {}
        });
    return ground.since(marks);
  }

  private long limitBatch() {
    Instant now = clock.instant();
    return acts.call(() ->
        sql.sql(script.of("limit"))
            .param("now", Sql.at(now))
            .param("late", Sql.at(now.minus(LATE)))
            .param("batch", AlarmClock.BATCH)
            .query(Long.class)
            .single());
  }

  private Map<String, Long> seedDue(int count) {
    Map<String, Long> marks = ground.marks();
    seed(count, clock.instant().minus(Duration.ofHours(1)), 1);
    return marks;
  }

  private void seed(int count, Instant first, int stepMicros) {
    for (int from = 0; from < count; from += SEEDED_AT_ONCE) {
      int many = Math.min(SEEDED_AT_ONCE, count - from);
      Instant begin = first.plusNanos(1_000L * stepMicros * from);
      acts.run(() -> {
        sql.sql("set local statement_timeout = 0").update();
        sql.sql(script.of("seed"))
            .param("from", seeded)
            .param("count", many)
            .param("first", Sql.at(begin))
            .param("step", stepMicros)
            .param("customer", customer)
            .param("team", team)
            .update();
      });
      seeded += many;
    }
  }

  /**
   * The 99th percentile of the seconds between the due moment and the commit of the ringing, while
   * a thousand alarms fall due each second and the clock works at its own pace.
   */
  double lateness(int seconds) {
    long mark = ground.marks().getOrDefault("alarm", 0L);
    Instant first = clock.instant().plusSeconds(1);
    seed(seconds * 1_000, first, 1_000);
    TreeMap<Instant, Instant> calls = new TreeMap<>();
    do {
      Instant began = clock.instant();
      boolean more = alarms.perform();
      calls.put(began, clock.instant());
      if (!more) {
        LockSupport.parkNanos(alarms.pause().toNanos());
      }
    } while (clock.instant().isBefore(first.plusSeconds(seconds)) || owed() > 0);
    return percentile(mark, calls);
  }

  private long owed() {
    return sql.sql(script.of("owed")).query(Long.class).single();
  }

  private double percentile(long mark, TreeMap<Instant, Instant> calls) {
    List<Double> late = new ArrayList<>();
    sql.sql(script.of("moments"))
        .param("mark", mark)
        .query(rs -> {
          Instant rung = Sql.instant(rs, "done_at").plusNanos(1_000);
          Instant committed = requireNonNull(calls.floorEntry(rung)).getValue();
          late.add(Duration.between(Sql.instant(rs, "due_at"), committed).toNanos() / 1e9);
        });
    double[] sorted = late.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length * 99 / 100];
  }
}
