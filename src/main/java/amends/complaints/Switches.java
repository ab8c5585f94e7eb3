package amends.complaints;

import amends.journal.Journal;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.Viewer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which rules this organisation is under, and since when. */
@Component
public final class Switches {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;

  Switches(JdbcClient sql, InstantSource clock, Acts acts, Journal journal) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
  }

  /** The codes of those that are on, each with its first day. */
  public Map<String, LocalDate> on() {
    Map<String, LocalDate> on = new TreeMap<>();
    sql.sql("select code, since from complaint_regime")
        .query(rs -> {
          on.put(rs.getString("code"), rs.getObject("since", LocalDate.class));
        });
    return on;
  }

  /**
   * The organisation is under these rules from a day on. Complaints that are held already stay as
   * they are.
   *
   * @throws Refusal when there are no such rules, or they are not in force on that day
   */
  public void turnOn(String code, LocalDate since, Viewer by) {
    Regime regime =
        Rules.regime(code).orElseThrow(() -> new Refusal("code", "complaints.refusal.regime"));
    if (!regime.inForce(since)) {
      throw new Refusal("since", "complaints.refusal.not-in-force", regime.from().toString());
    }
    acts.run(() -> {
      sql.sql(
              """
              insert into complaint_regime (code, since, switched_by, switched_at)
              values (:code, :since, :by, :now)
              on conflict (code) do update set since = excluded.since,
                switched_by = excluded.switched_by, switched_at = excluded.switched_at
              """)
          .param("code", code)
          .param("since", since)
          .param("by", by.id())
          .param("now", Sql.at(clock.instant()))
          .update();
      note("complaints.regime_on", code, by);
    });
  }

  /** New complaints are no longer held by these rules; those that are, stay. */
  public void turnOff(String code, Viewer by) {
    acts.run(() -> {
      int gone =
          sql.sql("delete from complaint_regime where code = :code").param("code", code).update();
      if (gone > 0) {
        note("complaints.regime_off", code, by);
      }
    });
  }

  private void note(String kind, String code, Viewer by) {
    journal.record(kind, Subject.of("installation", 0), by.actor(), Map.of("rules", code));
  }
}
