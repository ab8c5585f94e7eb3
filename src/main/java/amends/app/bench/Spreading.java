package amends.app.bench;

import amends.messages.Couriers;
import amends.messages.MassCourier;
import amends.shared.Acts;
import amends.shared.Duty;
import amends.shared.Sql;
import amends.staff.FirstStart;
import amends.staff.NewBrand;
import amends.staff.Staff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Broadcasts to a town: through the program, or by the limit's statements. */
final class Spreading implements AutoCloseable {
  private static final List<Table> TABLES =
      List.of(Table.of("delivery", "id", "message_id", "customer_id"));

  /** The program claims with one hand while it records with another. */
  private static final int LIMIT_HANDS = 2;

  private static final String BODY =
      """
      Dear {first name},

      the kettle that you bought from us can come on by itself. Please pull its plug now and leave
      it out until we have written to you again. Nobody has been hurt; we want it to stay that way.

      You need not do anything else. We send a new one to your address, and it leaves this week.
      We are sorry for the trouble, {name}.

      What happens next: nothing more from us about this unless you write. Just answer this e-mail.
      """;

  private final Script script = Script.read("broadcast");
  private final JdbcClient sql;
  private final Acts acts;
  private final InstantSource clock;
  private final Duty jobs;
  private final MassCourier courier;
  private final Discard discard = new Discard();
  private final Footprint.Ground ground;
  private final long brand;
  private final int town;
  private int round;

  Spreading(ApplicationContext context, int town) {
    sql = context.getBean(JdbcClient.class);
    acts = context.getBean(Acts.class);
    clock = context.getBean(InstantSource.class);
    jobs =
        context.getBeansOfType(Duty.class).values().stream()
            .filter(duty -> duty.name().equals("broadcasts"))
            .findFirst()
            .orElseThrow();
    courier = context.getBean(Couriers.class).ofMany(discard);
    ground = new Footprint.Ground(sql, acts, TABLES);
    context
        .getBean(FirstStart.class)
        .prepare(
            new NewBrand("Bench", "help@bench.example", Locale.ENGLISH, ZoneOffset.UTC), "Bench");
    brand = context.getBean(Staff.class).defaultBrand().orElseThrow().id();
    this.town = town;
    run("people", Map.of("count", town, "now", now()));
    sql.sql("analyze customer").update();
    sql.sql("analyze contact_point").update();
  }

  /** One broadcast. */
  record Sent(long id, long message, Map<String, Long> marks) {}

  private Object now() {
    return Sql.at(clock.instant());
  }

  private Sent begin() {
    Map<String, Object> values = values();
    Map<String, Object> made =
        acts.call(() -> sql.sql(script.of("start")).params(values).query().singleRow());
    long id = number(made, "id");
    run("listed", Map.of("broadcast", id, "count", town));
    return new Sent(id, number(made, "message_id"), ground.marks());
  }

  private static long number(Map<String, Object> row, String column) {
    return ((Number) Objects.requireNonNull(row.get(column))).longValue();
  }

  private Map<String, Object> values() {
    Instant now = clock.instant();
    Map<String, Object> values = new HashMap<>();
    values.put("brand", brand);
    values.put("body", BODY);
    values.put("round", "" + ++round);
    values.put("count", town);
    values.put("now", Sql.at(now));
    values.put("leaves", Sql.at(now.minus(Duration.ofMinutes(1))));
    return values;
  }

  private void run(String name, Map<String, ?> values) {
    acts.run(() -> {
      sql.sql("set local statement_timeout = 0").update();
      sql.sql(script.of(name)).params(values).update();
    });
  }

  /** Lays the deliveries of a fresh broadcast as the program does. */
  Sent expanded(Pace pace) {
    Sent sent = begin();
    run("job", Map.of("broadcast", sent.id(), "now", now()));
    pace.time(
        town,
        () -> {
          while (jobs.perform()) {}
        });
    return sent;
  }

  Sent expandedAtOnce(Pace pace) {
    Sent sent = begin();
    Instant leaves = clock.instant().minus(Duration.ofMinutes(1));
    Map<String, Object> values =
        Map.of(
            "message", sent.message(),
            "broadcast", sent.id(),
            "now", now(),
            "leaves", Sql.at(leaves));
    pace.time(town, () -> run("expand", values));
    return sent;
  }

  Footprint footprint(Sent sent) {
    return ground.since(sent.marks());
  }

  /** Carries them through the program's courier, which renders each and keeps none. */
  void drained(Sent sent, Pace pace) {
    long before = discard.carried();
    pace.time(
        town,
        () -> {
          while (owed(sent) > 0) {
            for (int i = 0; i < 50 && (courier.perform() || courier.busy()); i++) {}
          }
        });
    if (discard.carried() - before != town) {
      throw new IllegalStateException("carried " + (discard.carried() - before) + " of " + town);
    }
    end(sent);
  }

  private void end(Sent sent) {
    run("end", Map.of("broadcast", sent.id(), "now", now()));
  }

  private long owed(Sent sent) {
    return sql.sql(script.of("owed")).param("message", sent.message()).query(Long.class).single();
  }

  /** Claims and marks them, and nothing else. */
  void marked(Sent sent, Pace pace) {
    try (ExecutorService hands = Executors.newFixedThreadPool(LIMIT_HANDS)) {
      pace.time(
          town,
          () -> {
            Callable<Void> hand =
                () -> {
                  while (markedBatch(sent) > 0) {}
                  return null;
                };
            await(List.of(hands.submit(hand), hands.submit(hand)));
          });
    }
    end(sent);
  }

  private int markedBatch(Sent sent) {
    List<Long> ids =
        acts.call(() -> {
          sql.sql("set local statement_timeout = 0").update();
          return sql.sql(script.of("claim"))
              .param("message", sent.message())
              .param("now", now())
              .query(Long.class)
              .list();
        });
    if (!ids.isEmpty()) {
      acts.run(() -> {
        sql.sql("set local statement_timeout = 0").update();
        sql.sql(script.of("mark"))
            .param("ids", ids.toArray(Long[]::new))
            .param("now", now())
            .update();
      });
    }
    return ids.size();
  }

  private static void await(List<Future<Void>> all) {
    try {
      for (Future<Void> each : all) {
        each.get();
      }
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    courier.close();
  }
}
