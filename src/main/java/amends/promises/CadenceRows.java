package amends.promises;

import amends.promises.CadenceRule.Audience;
import amends.promises.CadenceRule.Severity;
import amends.promises.CadenceRule.Stage;
import amends.promises.CadenceRule.Unit;
import amends.shared.Actor;
import amends.shared.Sql;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the rhythms. */
@Component
final class CadenceRows {
  private final JdbcClient sql;

  CadenceRows(JdbcClient sql) {
    this.sql = sql;
  }

  /** Those that can be chosen, by name; with those that are retired when asked for. */
  List<CadenceRule> rules(boolean retired) {
    Map<Long, List<Map.Entry<Long, Stage>>> stages =
        sql
            .sql("select rule_id, every, unit, times from cadence_stage order by rule_id, position")
            .query((rs, n) -> Map.entry(rs.getLong("rule_id"), stage(rs)))
            .list()
            .stream()
            .collect(Collectors.groupingBy(Map.Entry::getKey));
    return sql.sql(
            "select * from cadence_rule where :retired or retired_at is null order by lower(name), id")
        .param("retired", retired)
        .query((rs, n) ->
            new CadenceRule(
                rs.getLong("id"),
                rs.getString("name"),
                Audience.of(rs.getString("audience")),
                Severity.of(rs.getString("severity")),
                rs.getString("channel"),
                rs.getString("hours").equals("working"),
                rs.getBoolean("safety"),
                stages.getOrDefault(rs.getLong("id"), List.of()).stream()
                    .map(Map.Entry::getValue)
                    .toList()))
        .list();
  }

  private static Stage stage(ResultSet rs) throws SQLException {
    int times = rs.getInt("times");
    Integer often = rs.wasNull() ? null : Integer.valueOf(times);
    return new Stage(rs.getInt("every"), Unit.of(rs.getString("unit")), often);
  }

  long add(CadenceRule rule, Instant now) {
    long id =
        sql.sql(
                """
                insert into cadence_rule (name, audience, severity, channel, hours, safety, made_at)
                values (:name, :audience, :severity, :channel, :hours, :safety, :now) returning id
                """)
            .param("name", rule.name().strip())
            .param("audience", rule.audience().code())
            .param("severity", rule.severity().code())
            .param("channel", rule.channel())
            .param("hours", rule.workingHours() ? "working" : "all")
            .param("safety", rule.safety())
            .param("now", Sql.at(now))
            .query(Long.class)
            .single();
    for (int i = 0; i < rule.stages().size(); i++) {
      Stage stage = rule.stages().get(i);
      sql.sql("insert into cadence_stage values (:rule, :position, :every, :unit, :times)")
          .param("rule", id)
          .param("position", i + 1)
          .param("every", stage.every())
          .param("unit", stage.unit().code())
          .param("times", stage.times())
          .update();
    }
    return id;
  }

  boolean retire(long rule, Instant now) {
    return sql.sql(
                "update cadence_rule set retired_at = :now where id = :id and retired_at is null")
            .param("now", Sql.at(now))
            .param("id", rule)
            .update()
        == 1;
  }

  long start(CadenceRule rule, Subject about, long customer, Actor by, Instant now) {
    return sql.sql(
            """
            insert into cadence (rule_id, subject_kind, subject_id, customer_id, audience,
              started_at, started_by_kind, started_by_id)
            values (:rule, :kind, :id, :customer, :audience, :now, :byKind, :by) returning id
            """)
        .param("rule", rule.id())
        .param("kind", about.kind())
        .param("id", about.id())
        .param("customer", customer)
        .param("audience", rule.audience().code())
        .param("now", Sql.at(now))
        .param("byKind", by.kind())
        .param("by", by.id())
        .query(Long.class)
        .single();
  }

  void point(long cadence, long promise, int beats) {
    sql.sql("update cadence set promise_id = :promise, beats = :beats where id = :id")
        .param("promise", promise)
        .param("beats", beats)
        .param("id", cadence)
        .update();
  }

  /** Of those that run; taken, so that two changes at once do not both go on with it. */
  List<Cadence> running(Collection<Long> promises) {
    return read(
        sql.sql(
                """
                select * from cadence where promise_id = any(:ids) and ended_at is null
                order by id for update
                """)
            .param("ids", promises.toArray(Long[]::new)));
  }

  /** Those of a matter, the newest first. */
  List<Cadence> of(Subject about) {
    return read(
        sql.sql(
                """
                select * from cadence where subject_kind = :kind and subject_id = :id
                order by started_at desc, id desc
                """)
            .param("kind", about.kind())
            .param("id", about.id()));
  }

  private List<Cadence> read(JdbcClient.StatementSpec found) {
    List<Row> rows = found.query((rs, n) -> row(rs)).list();
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<Long, CadenceRule> rules =
        rules(true).stream().collect(Collectors.toMap(CadenceRule::id, rule -> rule));
    return rows.stream()
        .map(row -> row.with(Objects.requireNonNull(rules.get(row.rule()))))
        .toList();
  }

  private record Row(long rule, Cadence cadence) {
    Cadence with(CadenceRule known) {
      Cadence c = cadence;
      return new Cadence(
          c.id(),
          known,
          c.about(),
          c.customerId(),
          c.beats(),
          c.promiseId(),
          c.startedAt(),
          c.endedAt(),
          c.endKind(),
          c.reason());
    }
  }

  private static final CadenceRule UNREAD =
      new CadenceRule(0, "", Audience.INSIDE, Severity.ANY, "", false, false, List.of());

  private static Row row(ResultSet rs) throws SQLException {
    return new Row(
        rs.getLong("rule_id"),
        new Cadence(
            rs.getLong("id"),
            UNREAD,
            Subject.of(rs.getString("subject_kind"), rs.getLong("subject_id")),
            rs.getLong("customer_id"),
            rs.getInt("beats"),
            Optional.ofNullable(Sql.longOrNull(rs, "promise_id")).orElse(0L),
            Sql.instant(rs, "started_at"),
            Sql.instantOrNull(rs, "ended_at"),
            rs.getString("end_kind"),
            rs.getString("reason")));
  }

  void end(long cadence, String how, String reason, Actor by, Instant now) {
    sql.sql(
            """
            update cadence set ended_at = :now, end_kind = :how, reason = nullif(:reason, ''),
              ended_by_kind = :byKind, ended_by_id = :by
            where id = :id and ended_at is null
            """)
        .param("now", Sql.at(now))
        .param("how", how)
        .param("reason", reason)
        .param("byKind", by.kind())
        .param("by", by.id())
        .param("id", cadence)
        .update();
  }

  /** The rhythms of these promises belong to another matter now, with them. */
  void pass(List<Long> promises, Subject to, Actor by, Instant now) {
    for (Cadence passed : running(promises)) {
      boolean taken =
          of(to).stream()
              .anyMatch(c -> c.runs() && c.rule().audience() == passed.rule().audience());
      if (taken) {
        end(passed.id(), "replaced", "", by, now);
      } else {
        sql.sql("update cadence set subject_kind = :kind, subject_id = :to where id = :id")
            .param("kind", to.kind())
            .param("to", to.id())
            .param("id", passed.id())
            .update();
      }
    }
  }
}
