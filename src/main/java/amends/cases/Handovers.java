package amends.cases;

import amends.promises.Owner;
import amends.promises.Promises;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.Person;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who owns a case: taking it, handing it to a person or a staffed team, with a word. */
@Component
final class Handovers {
  private final JdbcClient sql;
  private final Access access;
  private final Promises promises;
  private final Staff staff;
  private final Routing routing;

  Handovers(JdbcClient sql, Access access, Promises promises, Staff staff, Routing routing) {
    this.sql = sql;
    this.access = access;
    this.promises = promises;
    this.staff = staff;
    this.routing = routing;
  }

  /** The colleague who acts on a case that nobody owns makes it theirs; a program owns nothing. */
  void takeIfUnowned(Case matter, Viewer by) {
    if (matter.ownerId() == null && by.isPerson()) {
      own(matter, by.id(), matter.teamId());
      access.journal().record("case.taken", matter.asSubject(), by.actor());
    }
  }

  /** The case as it stands once whoever acts on it owns it. */
  Case owned(Case matter, Viewer by) {
    takeIfUnowned(matter, by);
    return sql.sql("select * from amends_case where id = :id")
        .param("id", matter.id())
        .query(CaseRows.CASE)
        .single();
  }

  /** Whoever took a case by a reply that was taken back had not taken it. */
  void giveBack(Case matter, Viewer by) {
    own(matter, null, matter.teamId());
    sql.sql("update amends_case set owned_at = null where id = :id")
        .param("id", matter.id())
        .update();
    access.journal().record("case.given_back", matter.asSubject(), by.actor());
  }

  /** To a person ("person:7") or a team ("team:2"), with a word for them. */
  void handOver(Case matter, String owner, String words, Viewer by) {
    String[] parts = owner.split(":", -1);
    if (parts.length != 2 || !parts[1].matches("\\d{1,18}")) {
      throw new Refusal("owner", "cases.refusal.owner");
    }
    long id = Long.parseLong(parts[1]);
    switch (parts[0]) {
      case "person" -> toPerson(matter, id, words, by);
      case "team" -> toTeam(matter, id, words, by);
      case "rules" -> byTheRules(matter, words, by);
      default -> throw new Refusal("owner", "cases.refusal.owner");
    }
  }

  /** As if it were new; what stands in it now is what the rules look at. */
  private void byTheRules(Case matter, String words, Viewer by) {
    RoutingDecision decision =
        routing
            .decide(matter, access.now())
            .orElseThrow(() -> new Refusal("owner", "cases.routing.refuse.none"));
    follow(matter, decision, words, by);
  }

  /** Goes where a rule says. */
  void follow(Case matter, RoutingDecision decision, String words, Viewer by) {
    handOver(matter, decision.personId(), decision.teamId(), words, by);
    routing.decided(matter.id(), decision, access.now());
  }

  private void toPerson(Case matter, long personId, String words, Viewer by) {
    Person person =
        staff
            .find(personId)
            .filter(Person::active)
            .orElseThrow(() -> new Refusal("owner", "cases.refusal.owner-gone"));
    handOver(matter, person.id(), teamOf(person.id(), matter.teamId()), words, by);
  }

  private long teamOf(long person, long team) {
    List<Long> teams = List.copyOf(staff.teamsOf(person));
    return teams.isEmpty() || teams.contains(team) ? team : teams.getFirst();
  }

  private void toTeam(Case matter, long teamId, String words, Viewer by) {
    if (!staff.teamIsStaffed(teamId)) {
      throw new Refusal("owner", "cases.refusal.team-empty", staff.team(teamId).name());
    }
    handOver(matter, null, teamId, words, by);
  }

  private void handOver(Case matter, @Nullable Long person, long team, String words, Viewer by) {
    Set<Long> named = matter.named();
    if (named != null && (person == null || !named.contains(person))) {
      throw new Refusal("owner", "cases.people.refusal.named-only");
    }
    own(matter, person, team);
    handed(matter, person, team, words, by);
  }

  private void handed(Case matter, @Nullable Long person, long team, String words, Viewer by) {
    sql.sql(
            """
            insert into handover (case_id, to_person, to_team, words, by_person, by_token, at)
            values (:case, :person, :team, :words, :by, :byToken, :now)
            """)
        .param("case", matter.id())
        .param("person", person)
        .param("team", team)
        .param("words", words.strip())
        .param("by", by.personOrNull())
        .param("byToken", by.tokenOrNull())
        .param("now", Sql.at(access.now()))
        .update();
    Map<String, Object> payload = new HashMap<>(Map.of("team", team));
    if (person != null) {
      payload.put("person", person);
    }
    access.journal().record("case.handed_over", matter.asSubject(), by.actor(), payload);
  }

  /** Offered to a person or a team: until it is accepted, the team answers for it. */
  void offer(Case matter, @Nullable Long person, long team, String words, Viewer by) {
    own(matter, null, team);
    handed(matter, person, team, words, by);
  }

  /** What was offered is that person's now, in the team where the person answers. */
  void accept(Case matter, Viewer by) {
    own(matter, by.id(), teamOf(by.id(), matter.teamId()));
    access.journal().record("case.taken", matter.asSubject(), by.actor());
  }

  private void own(Case matter, @Nullable Long person, long team) {
    sql.sql(
            "update amends_case set owner_id = :person, team_id = :team, owned_at = :now where id = :id")
        .param("person", person)
        .param("team", team)
        .param("now", Sql.at(access.now()))
        .param("id", matter.id())
        .update();
    Subject about = matter.asSubject();
    promises.handOver(about, new Owner(person, team));
  }
}
