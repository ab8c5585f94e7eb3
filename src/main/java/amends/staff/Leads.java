package amends.staff;

import java.time.Instant;
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
    return teams.leadsOf(teamId, TeamRows.LEADING);
  }

  /** Those of them who are not away at that moment, with what they may do. */
  public List<Viewer> atWork(long teamId, Instant moment) {
    return teams.leadsAtWork(teamId, TeamRows.LEADING, moment);
  }

  /** Everybody who oversees a team by their role, administrators too. */
  public List<Person> overseeing(long teamId) {
    return teams.leadsOf(teamId, List.of(Role.LEAD, Role.MANAGER, Role.ADMINISTRATOR));
  }

  /** A part of the house: what happened there is looked at also when it works no longer. */
  public record Place(long teamId, long brandId) {}

  /** Every team with every brand, also those that work no longer. */
  public List<Place> places() {
    List<Brand> brands = teams.everyBrand();
    return teams.everyTeam().stream()
        .flatMap(team -> brands.stream().map(brand -> new Place(team.id(), brand.id())))
        .toList();
  }
}
