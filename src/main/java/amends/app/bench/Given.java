package amends.app.bench;

import amends.app.Trouble;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Remedies given and paid in great number. The program gives a few; what it wrote is written again
 * as whole tables, for other matters and moments, and held against more that it gives itself.
 */
final class Given {
  /** What the program writes with each grant, in the order in which it is written again. */
  static final List<Table> TABLES =
      List.of(
          Table.of("promise", "id"),
          Table.of("alarm", "id"),
          Table.of("remedy_grant", "id"),
          Table.of("fulfilment", "id"),
          Table.of("attempt", "id", "key"),
          Table.of("journal_entry", "id", "hash"),
          Table.beside("journal_pending", "journal_pending t", "t.entry_id", "entry_id"));

  private static final Script SCRIPT = Script.read("given");
  private static final Script PAGES = Script.read("pages");
  private static final long AT_ONCE = 200_000;

  /** Ten weeks of a busy desk for a million: no promise to look is due yet. */
  private static final int SECONDS_APART = 6;

  private final JdbcClient sql;
  private final Map<String, Object> ground;
  private final Consumer<String> progress;

  /**
   * @param owner may drop indexes and make them again
   * @param ground how many samples and matters, and the first matter with its customer
   */
  Given(Connection owner, Map<String, Object> ground, Consumer<String> progress) {
    this.sql = JdbcClient.create(new SingleConnectionDataSource(owner, true));
    this.ground = ground;
    this.progress = progress;
    Stream.of("work_mem = '256MB'", "maintenance_work_mem = '512MB'", "synchronous_commit = off")
        .forEach(setting -> sql.sql("set " + setting).update());
    run("aged");
    run("silent");
  }

  /** Takes what the program gave since then as the sample of all that follows. */
  void sample(Map<String, Long> marks) {
    sql.sql(SCRIPT.of("sample")).param("after", marks.get("remedy_grant")).update();
    sql.sql(SCRIPT.of("sample_entry")).param("after", marks.get("journal_entry")).update();
    run("counted");
    run("sample_alarm");
    analyze("sample", "sample_entry", "sample_alarm");
    mustBeNone("miscounted");
  }

  /** A few, as they are, with every foreign key looked at. */
  void few(long to, long many) {
    number(0, to, many);
    write(0, to);
    close();
  }

  /** The others. */
  void rest(long from, long many) {
    number(from, many, many);
    List<String> heavy =
        List.of(
            PAGES.of("vacuuming"),
            PAGES.of("foreign_keys"),
            PAGES.of("triggers"),
            SCRIPT.of("indexes"));
    long began = System.nanoTime();
    try (var bare = new Bare(sql, heavy)) {
      for (long first = from; first < many; first += AT_ONCE) {
        long last = Math.min(many, first + AT_ONCE);
        write(first, last);
        progress.accept(
            "Gave %d remedies, in %d s"
                .formatted(last, (System.nanoTime() - began) / 1_000_000_000));
      }
      progress.accept("Making indexes");
    }
    close();
    progress.accept("Looking whether they are what the program writes");
    sql.sql("vacuum (analyze)").update();
    mustBeNone("wrong_totals");
    mustBeNone("unlinked");
  }

  /** Which grant was given in which matter, when, and what counts with it. */
  private void number(long from, long to, long many) {
    sql.sql(SCRIPT.of("given"))
        .params(ground)
        .param("step", SECONDS_APART)
        .param("from", from)
        .param("to", to)
        .param("many", many)
        .update();
    analyze("given");
    sql.sql(SCRIPT.of("numbered")).param("from", from).update();
    analyze("numbered");
  }

  private void write(long first, long last) {
    for (Table table : TABLES) {
      sql.sql(SCRIPT.of(table.name())).param("first", first).param("last", last).update();
    }
  }

  private void close() {
    run("used");
    sql.sql(PAGES.of("numbers")).query((rs, n) -> n).list();
    sql.sql("drop table given, numbered").update();
    mustBeNone("miscounted");
  }

  /** The private rules hold again; the grants of which it will be told that they do not work. */
  List<Long> end() {
    run("heard");
    return sql.sql(SCRIPT.of("went_wrong")).query(Long.class).list();
  }

  private void run(String name) {
    sql.sql(SCRIPT.of(name)).update();
  }

  private void analyze(String... tables) {
    sql.sql("analyze " + String.join(", ", tables)).update();
  }

  private void mustBeNone(String wrong) {
    long count = sql.sql(SCRIPT.of(wrong)).query(Long.class).single();
    if (count > 0) {
      throw Trouble.couldNotRun(
          "%d rows are %s: not what the program writes; mend bench/given.sql."
              .formatted(count, wrong.replace('_', ' ')));
    }
  }
}
