package amends.staff.web;

import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.staff.Brand;
import amends.staff.Grant;
import amends.staff.NewPerson;
import amends.staff.Role;
import amends.staff.Staff;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Adds a person with a role and a team, as the form names them: one act. */
@Component
final class NewColleagues {
  private final Staff staff;
  private final Acts acts;

  NewColleagues(Staff staff, Acts acts) {
    this.staff = staff;
    this.acts = acts;
  }

  long add(Map<String, String> typed, Actor by) {
    Role role = role(typed.getOrDefault("role", ""));
    Optional<Long> team = team(typed.getOrDefault("team", ""));
    Optional<Brand> brand = staff.defaultBrand();
    NewPerson person =
        new NewPerson(
            typed.getOrDefault("name", ""),
            typed.getOrDefault("email", ""),
            brand.map(Brand::locale).orElse(Locale.ENGLISH),
            brand.map(Brand::zone).orElse(ZoneId.of("UTC")));
    return acts.call(() -> {
      long id = staff.add(person, by).id();
      staff.grant(id, grant(role, team), by);
      team.ifPresent(t -> staff.join(id, t, by));
      return id;
    });
  }

  /** Agents and leads work in a team; managers and administrators everywhere. */
  static Grant grant(Role role, Optional<Long> team) {
    return switch (role) {
      case AGENT, LEAD ->
          Grant.inTeam(
              role, team.orElseThrow(() -> new Refusal("team", "staff.refused.team_needed")));
      case MANAGER, ADMINISTRATOR -> Grant.everywhere(role);
    };
  }

  static Role role(String code) {
    try {
      return Role.of(code);
    } catch (IllegalArgumentException e) {
      throw new Refusal("role", "staff.refused.role");
    }
  }

  private Optional<Long> team(String typed) {
    return staff.teams().stream()
        .map(t -> t.id())
        .filter(id -> String.valueOf(id).equals(typed))
        .findFirst();
  }
}
