package amends.app.bench;

import amends.messages.email.door.Doorstep;
import amends.shared.Acts;
import amends.shared.Duty;
import amends.staff.FirstStart;
import amends.staff.NewBrand;
import java.sql.Connection;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mails of strangers that become cases: through the program, or by the limit's statements. */
final class Taking {
  static final int CLIENTS = 8;

  static final List<Table> TABLES =
      List.of(
          Table.of("inbound", "id", "sha256", "gist", "trust", "proof"),
          Table.beside("blob", Script.read("rows").of("blob"), "i.id", "sha256", "content"),
          Table.of("customer", "id"),
          Table.of("contact_point", "id"),
          Table.of("promise", "id"),
          Table.of("alarm", "id"),
          Table.of("amends_case", "id"),
          Table.of("statement", "id"),
          Table.of("message", "id", "rfc_id"),
          Table.of("delivery", "id"),
          Table.of("journal_entry", "id", "hash"),
          Table.beside("journal_pending", "journal_pending t", "t.entry_id"));

  private final Script script = Script.read("intake");
  private final Post post = new Post("help@bench.example");
  private final DataSource pool;
  private final JdbcClient sql;
  private final InstantSource clock;
  private final Doorstep door;
  private final Duty reading;
  private final Footprint.Ground ground;
  private long posted;

  Taking(ApplicationContext context) {
    pool = context.getBean(DataSource.class);
    sql = context.getBean(JdbcClient.class);
    clock = context.getBean(InstantSource.class);
    door = context.getBean(Doorstep.class);
    reading =
        context.getBeansOfType(Duty.class).values().stream()
            .filter(duty -> duty.name().equals("mail reading"))
            .findFirst()
            .orElseThrow();
    ground = new Footprint.Ground(sql, context.getBean(Acts.class), TABLES);
    context
        .getBean(FirstStart.class)
        .prepare(new NewBrand("Bench", post.recipient(), Locale.ENGLISH, ZoneOffset.UTC), "Bench");
  }

  /** Eight clients lay mails down while they are read, until the last one is a case. */
  Footprint real(int count, Pace pace) {
    Map<String, Long> marks = ground.marks();
    long began = System.nanoTime();
    long ended = began;
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<Void>> laying = share(clients, count, this::lay);
      while (laying.stream().anyMatch(f -> !f.isDone()) || waiting() > 0) {
        ended = reading.perform() ? System.nanoTime() : ended;
      }
      await(laying);
    }
    pace.add(count, ended - began);
    return ground.since(marks);
  }

  private interface Work {
    void on(long from, long to) throws Exception;
  }

  private void lay(long from, long to) {
    for (long n = from; n < to; n++) {
      door.lay(post.address(n), List.of(post.recipient()), post.mail(n));
    }
  }

  Post post() {
    return post;
  }

  /** The first of so many numbers that nobody has used for a mail. */
  long numbers(int count) {
    long first = posted;
    posted += count;
    return first;
  }

  /** Reads until everything that was laid down is a case. */
  void read() {
    while (waiting() > 0) {
      for (int i = 0; i < 50 && reading.perform(); i++) {}
    }
  }

  long waiting() {
    return sql.sql(script.of("waiting")).query(Long.class).single();
  }

  Footprint limit(int count, Pace pace) {
    Map<String, Long> marks = ground.marks();
    Map<String, Object> sample = new HashMap<>(sql.sql(script.of("sample")).query().singleRow());
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      pace.time(count, () -> await(share(clients, count, (from, to) -> open(sample, from, to))));
    }
    return ground.since(marks);
  }

  private void open(Map<String, Object> sample, long from, long to) throws Exception {
    try (Connection connection = pool.getConnection()) {
      var hand = new LimitHand(connection, script, clock, post, sample);
      for (long n = from; n < to; n++) {
        hand.open(n);
      }
    }
  }

  private List<Future<Void>> share(ExecutorService clients, int count, Work work) {
    List<Future<Void>> all = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      long from = posted + (long) count * i / CLIENTS;
      long to = posted + (long) count * (i + 1) / CLIENTS;
      Callable<Void> part =
          () -> {
            work.on(from, to);
            return null;
          };
      all.add(clients.submit(part));
    }
    posted += count;
    return all;
  }

  private static void await(List<Future<Void>> all) {
    try {
      for (Future<Void> each : all) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
