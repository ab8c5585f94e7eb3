package amends.cases;

import amends.cases.RoutingDecision.Why;
import amends.staff.Absences;
import amends.staff.Person;
import amends.staff.Skills;
import amends.staff.Staff;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who of a team gets a case that needs a skill: there, not full, and with the least to do. */
@Component
final class Candidates {
  private final Staff staff;
  private final Skills skills;
  private final Absences absences;
  private final Loads loads;

  Candidates(Staff staff, Skills skills, Absences absences, Loads loads) {
    this.staff = staff;
    this.skills = skills;
    this.absences = absences;
    this.loads = loads;
  }

  Staff staff() {
    return staff;
  }

  RoutingDecision choose(RoutingRule rule, long team, Instant now) {
    Long skillId = rule.then().skillId();
    if (skillId == null) {
      return new RoutingDecision(rule, team, null, null, Why.TEAM, null);
    }
    String skill =
        skills.all().stream()
            .filter(s -> s.id() == skillId)
            .map(Skills.Skill::name)
            .findFirst()
            .orElse("");
    Map<Long, Skills.Profile> profiles = skills.profiles();
    List<Long> able =
        staff.peopleOf(team).stream()
            .map(Person::id)
            .filter(id -> profiles.containsKey(id) && profiles.get(id).skills().contains(skill))
            .toList();
    if (able.isEmpty()) {
      return new RoutingDecision(rule, team, null, skill, Why.NOBODY_HAS, null);
    }
    Set<Long> away = absences.absent(now);
    List<Long> there = able.stream().filter(id -> !away.contains(id)).toList();
    if (there.isEmpty()) {
      return new RoutingDecision(rule, team, null, skill, Why.NOBODY_THERE, null);
    }
    Map<Long, Load> inHand = loads.of(there, now);
    Long least =
        there.stream()
            .filter(id -> load(inHand, id).open() < enough(profiles.get(id)))
            .min(
                Comparator.comparing((Long id) -> load(inHand, id).dueSoon())
                    .thenComparing(id -> load(inHand, id).open())
                    .thenComparing(id -> id))
            .orElse(null);
    return least == null
        ? new RoutingDecision(rule, team, null, skill, Why.ALL_FULL, null)
        : new RoutingDecision(rule, team, least, skill, Why.SKILL, load(inHand, least));
  }

  private static Load load(Map<Long, Load> loads, long person) {
    return loads.getOrDefault(person, Load.NOTHING);
  }

  private static int enough(Skills.@Nullable Profile profile) {
    return profile == null ? Skills.ENOUGH : profile.enough();
  }
}
