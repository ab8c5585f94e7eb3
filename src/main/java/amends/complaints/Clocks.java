package amends.complaints;

import amends.cases.Obligations;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Sql;
import amends.shared.Texts;
import amends.staff.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The clocks that run against us: begun by data, guarded by promises, kept by what was sent. */
@Component
final class Clocks {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final Obligations obligations;
  private final Promises promises;
  private final Texts texts;

  Clocks(
      JdbcClient sql,
      InstantSource clock,
      Obligations obligations,
      Promises promises,
      Texts texts) {
    this.sql = sql;
    this.clock = clock;
    this.obligations = obligations;
    this.promises = promises;
    this.texts = texts;
  }

  /**
   * Begins the clocks that run after this letter, or after the receipt. A duty whose time is over
   * already is due at once: it is noted late, not left out.
   */
  void begin(Complaint complaint, @Nullable LetterKind after, Viewer by) {
    for (String code : complaint.regimes()) {
      Regime regime = Rules.regime(code).orElseThrow();
      LocalDate day = LocalDate.ofInstant(complaint.receivedAt(), regime.zone());
      Rules.clocks(code, day).stream()
          .filter(rule -> Objects.equals(rule.after(), after))
          .forEach(rule -> begin(complaint, rule, regime, by));
    }
  }

  private void begin(Complaint complaint, ClockRule rule, Regime regime, Viewer by) {
    if (begun(complaint, rule)) {
      return;
    }
    Instant due = rule.due(complaint.receivedAt(), regime);
    Long promise = null;
    if (rule.duty()) {
      Instant soon = clock.instant().plusSeconds(1);
      String words =
          texts.voice(Locale.ENGLISH, regime.zone()).say("complaints.clock." + rule.code());
      promise =
          obligations
              .owe(complaint.caseId(), rule.code(), words, due.isAfter(soon) ? due : soon, by)
              .id();
    }
    sql.sql(
            """
            insert into complaint_clock (complaint_id, regime, rule, began_at, due_at, promise_id)
            values (:complaint, :regime, :rule, :began, :due, :promise)
            """)
        .param("complaint", complaint.id())
        .param("regime", rule.regime())
        .param("rule", rule.code())
        .param("began", Sql.at(complaint.receivedAt()))
        .param("due", Sql.at(due))
        .param("promise", promise)
        .update();
  }

  private boolean begun(Complaint complaint, ClockRule rule) {
    return sql.sql(
            """
            select exists (
              select from complaint_clock where complaint_id = :complaint and rule = :rule)
            """)
        .param("complaint", complaint.id())
        .param("rule", rule.code())
        .query(Boolean.class)
        .single();
  }

  /** All clocks of a complaint, the earliest due first. */
  List<Clock> of(Complaint complaint) {
    record Row(String regime, String rule, Instant began, Instant due, @Nullable Long promise) {}
    List<Row> rows =
        sql.sql(
                """
                select regime, rule, began_at, due_at, promise_id from complaint_clock
                where complaint_id = :complaint order by due_at, id
                """)
            .param("complaint", complaint.id())
            .query((rs, n) ->
                new Row(
                    rs.getString("regime"),
                    rs.getString("rule"),
                    Sql.instant(rs, "began_at"),
                    Sql.instant(rs, "due_at"),
                    Sql.longOrNull(rs, "promise_id")))
            .list();
    Map<Long, Promise> known = new HashMap<>();
    promises
        .all(rows.stream().map(Row::promise).filter(Objects::nonNull).toList())
        .forEach(promise -> known.put(promise.id(), promise));
    return rows.stream()
        .map(row ->
            new Clock(
                row.regime(),
                row.rule(),
                row.began(),
                row.due(),
                row.promise() == null ? null : known.get(row.promise())))
        .toList();
  }

  /** The promises that this letter keeps once it has arrived. */
  List<Long> keptBy(Complaint complaint, LetterKind kind) {
    return of(complaint).stream()
        .filter(running -> rule(complaint, running).keptBy().contains(kind))
        .map(Clock::promise)
        .filter(Objects::nonNull)
        .filter(promise -> promise.owed() || promise.broken())
        .map(Promise::id)
        .toList();
  }

  /** What is owed under the rules is no longer, because the complainant took it back. */
  void withdraw(Complaint complaint, String who, String said, Viewer by) {
    List<Long> owed =
        of(complaint).stream()
            .map(Clock::promise)
            .filter(Objects::nonNull)
            .filter(Promise::owed)
            .map(Promise::id)
            .toList();
    obligations.withdraw(complaint.caseId(), owed, who, said, by);
  }

  /** The rule of a clock, in the version for the day on which the complaint came. */
  static ClockRule rule(Complaint complaint, Clock running) {
    Regime regime = Rules.regime(running.regime()).orElseThrow();
    LocalDate day = LocalDate.ofInstant(complaint.receivedAt(), regime.zone());
    return Rules.clocks(running.regime(), day).stream()
        .filter(rule -> rule.code().equals(running.rule()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no rule " + running.rule()));
  }
}
