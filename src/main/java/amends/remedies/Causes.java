package amends.remedies;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why things fail, as far as costs and fairness are told by it. */
@Component
public final class Causes {
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;

  Causes(JdbcClient sql, InstantSource clock, Acts acts, Journal journal) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
  }

  /** A cause with its name; {@code active} until it is retired. */
  public record Cause(String code, String name, boolean active) {}

  public List<Cause> all() {
    return sql.sql(
            "select code, name, retired_at is null as active from remedy_cause order by name")
        .query((rs, n) -> new Cause(rs.getString(1), rs.getString(2), rs.getBoolean(3)))
        .list();
  }

  /** Adds one, renames one of that code, or takes up a retired one again. */
  public Cause keep(String code, String name, Actor by) {
    if (!CODE.matcher(code).matches()) {
      throw new Refusal("code", "remedies.refusal.code");
    }
    if (name.isBlank()) {
      throw new Refusal("name", "remedies.refusal.no-words");
    }
    Length.atMost(Length.NAME, name, "name");
    return acts.call(() -> {
      sql.sql(
              """
              insert into remedy_cause (code, name) values (:code, :name)
              on conflict (code) do update set name = excluded.name, retired_at = null
              """)
          .param("code", code)
          .param("name", name.strip())
          .update();
      tell("remedy.cause_kept", code, by);
      return new Cause(code, name.strip(), true);
    });
  }

  public void retire(String code, Actor by) {
    acts.run(() -> {
      int retired =
          sql.sql(
                  "update remedy_cause set retired_at = :now where code = :code and retired_at is null")
              .param("now", Sql.at(clock.instant()))
              .param("code", code)
              .update();
      if (retired == 1) {
        tell("remedy.cause_retired", code, by);
      }
    });
  }

  private void tell(String kind, String code, Actor by) {
    journal.record(kind, Subject.of("remedy_cause", 0), by, Map.of("cause", code));
  }

  /**
   * @throws Refusal when there is no such cause, or it is retired
   */
  void require(String code) {
    if (all().stream().noneMatch(cause -> cause.active() && cause.code().equals(code))) {
      throw new Refusal("cause", "remedies.refusal.cause");
    }
  }
}
