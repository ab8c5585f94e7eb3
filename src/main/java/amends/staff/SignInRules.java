package amends.staff;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the house demands of signing in; administrators change it, the journal keeps who did. */
@Component
public final class SignInRules {
  private static final Subject RULES = Subject.of("sign_in_rules", 1);

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;

  SignInRules(JdbcClient sql, InstantSource clock, Acts acts, Journal journal) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
  }

  /** Who needs a second factor; others may have one. */
  public enum Demand {
    NOBODY,
    /** Leads, managers and administrators. */
    LEADS,
    EVERYBODY;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean asks(List<Grant> grants) {
      return switch (this) {
        case NOBODY -> false;
        case LEADS -> grants.stream().anyMatch(g -> g.role().compareTo(Role.LEAD) >= 0);
        case EVERYBODY -> true;
      };
    }
  }

  public Demand secondFactor() {
    return sql.sql("select second_factor from sign_in_rules")
        .query((rs, n) -> demand(rs.getString(1)))
        .single();
  }

  /**
   * From the next sign-in on; sessions that are open stay.
   *
   * @throws Refusal of {@code second_factor} when it is none of the words
   */
  public void demandSecondFactor(String of, Actor by) {
    Demand chosen = demand(of);
    acts.run(() -> {
      int changed =
          sql.sql(
                  """
                  update sign_in_rules set second_factor = :of, changed_at = :now
                  where second_factor <> :of
                  """)
              .param("of", chosen.code())
              .param("now", Sql.at(clock.instant()))
              .update();
      if (changed == 1) {
        journal.record("staff.rules_changed", RULES, by, Map.of("second_factor", chosen.code()));
      }
    });
  }

  private static Demand demand(String code) {
    try {
      return Demand.valueOf(code.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Refusal("second_factor", "staff.refused.demand");
    }
  }
}
