package amends.app.bench;

import amends.app.Trouble;
import amends.shared.Sql;
import java.sql.Connection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Fills an installation with cases by set-based statements; triggers and indexes come after. */
final class Filling {
  private static final Script SCRIPT = Script.read("pages");
  private static final List<String> THINGS = List.of("unit", "purchase_order", "order_line");
  private static final List<String> CASES =
      List.of(
          "promise",
          "alarm",
          "amends_case",
          "inbound",
          "message",
          "delivery",
          "statement",
          "note",
          "settlement",
          "follow_up",
          "closure",
          "journal");

  private static final long AT_ONCE = 50_000;

  private final Map<String, Object> ground;
  private final Consumer<String> progress;
  private long filled;

  /**
   * @param ground the brand, the first of the teams and how many, the first of ten people for each
   */
  Filling(Map<String, Object> ground, Consumer<String> progress) {
    this.ground = ground;
    this.progress = progress;
  }

  /**
   * Adds cases until there are so many.
   *
   * @param connection of the owner, who may drop indexes and make them again
   */
  void upTo(Connection connection, long count, Instant now) {
    var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    sql.sql("set work_mem = '256MB'").update();
    sql.sql("set maintenance_work_mem = '1GB'").update();
    sql.sql("set synchronous_commit = off").update();
    fill(sql, count, now);
    filled = count;
  }

  private void fill(JdbcClient sql, long count, Instant now) {
    List<String> heavy =
        List.of("vacuuming", "foreign_keys", "triggers", "indexes").stream()
            .map(SCRIPT::of)
            .toList();
    try (var bare = new Bare(sql, heavy)) {
      Map<String, Object> values = values(sql, count, now);
      progress.accept("Writing cases up to " + count);
      write(sql, values, count);
      progress.accept("Making indexes");
    }
    sql.sql(SCRIPT.of("numbers")).query((rs, n) -> n).list();
    sql.sql("vacuum (analyze)").update();
    long wrong = sql.sql(SCRIPT.of("wrong_words")).query(Long.class).single();
    if (wrong > 0) {
      throw Trouble.couldNotRun(wrong + " cases bear other words to search; mend bench/pages.sql.");
    }
  }

  private Map<String, Object> values(JdbcClient sql, long count, Instant now) {
    Map<String, Object> values = new HashMap<>(ground);
    values.put("now", Sql.at(now));
    values.put("from", filled + 1);
    values.put("to", count);
    values.put("details", Math.clamp(count / 20, 500, 50_000));
    values.put("customer_from", filled * 2 / 5 + 1);
    values.put("customer_to", count * 2 / 5);
    values.put("thing_from", filled / 2 + 1);
    values.put("thing_to", count / 2);
    values.put(
        "last_entry",
        sql.sql("select coalesce(max(id), 0) from journal_entry").query(Long.class).single());
    return values;
  }

  private void write(JdbcClient sql, Map<String, Object> values, long count) {
    if (filled == 0) {
      run(sql, "product", values);
      run(sql, "blob", values);
    }
    for (String name : List.of("customer", "contact_point", "customer_word")) {
      run(sql, name, values);
    }
    sql.sql("analyze customer").update();
    THINGS.forEach(name -> run(sql, name, values));
    aside(sql, List.of("told", "detail", "matter"), values);
    CASES.forEach(name -> run(sql, name, values));
    run(sql, "seal", Map.of());
    sql.sql(SCRIPT.of("sealed")).params(values).query((rs, n) -> n).list();
    aside(sql, List.of("told_words", "detail_words", "phrase"), values);
    run(sql, "known", Map.of());
    words(sql, values, count);
    run(sql, "language", values);
    sql.sql("drop table matter, told, told_words, detail, detail_words, phrase").update();
  }

  private void words(JdbcClient sql, Map<String, Object> values, long last) {
    for (long from = filled + 1; from <= last; from += AT_ONCE) {
      long to = Math.min(last, from + AT_ONCE - 1);
      sql.sql(SCRIPT.of("case_text"))
          .params(values)
          .param("first", from)
          .param("last", to)
          .update();
      if (to % (5 * AT_ONCE) == 0) {
        progress.accept("Made the words of cases up to " + to);
      }
    }
  }

  /** Temporary tables, analyzed: a join of 10,000 cases with unknown ones took minutes. */
  private void aside(JdbcClient sql, List<String> names, Map<String, Object> values) {
    for (String name : names) {
      run(sql, name, values);
      sql.sql("analyze " + name).update();
    }
  }

  private void run(JdbcClient sql, String name, Map<String, Object> values) {
    sql.sql(SCRIPT.of(name)).params(values).update();
  }
}
