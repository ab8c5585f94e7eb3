package amends.staff;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who answers for what a team cannot. */
@Component
public final class Leads {
  private final TeamRows teams;

  Leads(JdbcClient sql) {
    this.teams = new TeamRows(sql);
  }

  /** The leads and managers of a team, the nearest first. */
  public List<Person> of(long teamId) {
    return teams.leadsOf(teamId);
  }
}
