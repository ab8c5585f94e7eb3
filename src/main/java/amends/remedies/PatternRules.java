package amends.remedies;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many grants in how many hours make a pattern that somebody looks into. What a rule counts is
 * the program's; from how many on it is told is the house's.
 */
@Component
public final class PatternRules {
  private static final int LONGEST = 8_784;
  private static final int MOST = 100_000;
  private static final int MOST_SETTINGS = 200;

  private final JdbcClient sql;
  private final Acts acts;
  private final InstantSource clock;
  private final Journal journal;

  PatternRules(JdbcClient sql, Acts acts, InstantSource clock, Journal journal) {
    this.sql = sql;
    this.acts = acts;
    this.clock = clock;
    this.journal = journal;
  }

  /**
   * A rule.
   *
   * @param code its words are {@code remedies.suspicion.<code>}
   * @param hours how far back it counts
   * @param atLeast from how many on it is told
   * @param offSince since when nobody is told; null while it counts
   */
  public record Rule(String code, int hours, int atLeast, @Nullable Instant offSince) {
    public boolean counts() {
      return offSince == null;
    }
  }

  /** What a rule is to be from now on. */
  public record Change(int hours, int atLeast, boolean counts) {}

  /** How a rule counted from a moment on, until the next of its settings. */
  public record Setting(String code, Change to, Instant since, Actor by) {}

  /** How the rules counted and count, the newest of each first; whoever calls has asked. */
  public List<Setting> settings() {
    return sql.sql(
            """
            select rule, window_hours, at_least, counts, set_at, set_by_kind, set_by_id
            from suspicion_rule_set order by id desc limit :most
            """)
        .param("most", MOST_SETTINGS)
        .query((rs, n) ->
            new Setting(
                rs.getString("rule"),
                new Change(
                    rs.getInt("window_hours"), rs.getInt("at_least"), rs.getBoolean("counts")),
                Sql.instant(rs, "set_at"),
                new Actor(rs.getString("set_by_kind"), rs.getLong("set_by_id"))))
        .list();
  }

  /** All rules, by their codes; whoever calls has asked whether they may be seen. */
  public List<Rule> all() {
    return sql.sql(
            "select code, window_hours, at_least, until_at from suspicion_rule order by code")
        .query((rs, n) ->
            new Rule(
                rs.getString("code"),
                rs.getInt("window_hours"),
                rs.getInt("at_least"),
                Sql.instantOrNull(rs, "until_at")))
        .list();
  }

  /**
   * Counts so from now on; what was found before stays to be looked at. Whoever calls has asked for
   * permission.
   *
   * @throws Refusal of {@code hours} or {@code at_least} when it is no such number
   */
  public void set(String code, Change to, Viewer by) {
    if (to.hours() < 1 || to.hours() > LONGEST) {
      throw new Refusal("hours", "remedies.patterns.refusal.hours", LONGEST);
    }
    if (to.atLeast() < 1 || to.atLeast() > MOST) {
      throw new Refusal("at_least", "remedies.patterns.refusal.least", MOST);
    }
    acts.run(() -> {
      int set =
          sql.sql(
                  """
                  update suspicion_rule set window_hours = :hours, at_least = :least,
                    until_at = case when :counts then null else coalesce(until_at, :now) end
                  where code = :code
                  """)
              .param("hours", to.hours())
              .param("least", to.atLeast())
              .param("counts", to.counts())
              .param("now", Sql.at(clock.instant()))
              .param("code", code)
              .update();
      if (set == 0) {
        throw new NotFound(Subject.of("suspicion_rule", 0));
      }
      note(code, to, by.actor());
      journal.record(
          "remedy.pattern_rule_set",
          Subject.of("suspicion_rule", 0),
          by.actor(),
          Map.of(
              "rule", code,
              "hours", to.hours(),
              "least", to.atLeast(),
              "counts", to.counts()));
    });
  }

  /** The rule is held by the same act: two who set it follow each other. */
  private void note(String code, Change to, Actor by) {
    sql.sql(
            """
            insert into suspicion_rule_set (rule, window_hours, at_least, counts, set_at, set_by_kind,
              set_by_id)
            values (:code, :hours, :least, :counts, :now, :byKind, :byId)
            """)
        .param("code", code)
        .param("hours", to.hours())
        .param("least", to.atLeast())
        .param("counts", to.counts())
        .param("now", Sql.at(clock.instant()))
        .param("byKind", by.kind())
        .param("byId", by.id())
        .update();
  }
}
