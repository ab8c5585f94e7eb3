package amends.staff;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The people who work here, their teams and the brands that they speak for. Asks for no permission:
 * whoever calls has asked {@link Permits}. Every change stands in the journal.
 */
@Component
public final class Staff {
  private final PersonRows people;
  private final TeamRows teams;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;
  private final ApplicationEventPublisher events;

  Staff(
      JdbcClient sql,
      InstantSource clock,
      Acts acts,
      Journal journal,
      ApplicationEventPublisher events) {
    this.people = new PersonRows(sql);
    this.teams = new TeamRows(sql);
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
    this.events = events;
  }

  /**
   * Adds a colleague, who cannot sign in before a password is chosen.
   *
   * @throws Refusal of the field {@code email} when somebody has that address
   */
  public Person add(NewPerson person, Actor by) {
    return acts.call(() -> {
      if (people.byEmail(person.email()).isPresent()) {
        throw new Refusal("email", "staff.refused.email_taken");
      }
      long id = people.add(person, clock.instant());
      record("staff.person_added", person(id), by);
      return get(id);
    });
  }

  /**
   * @throws NotFound when there is no such person
   */
  public void rename(long personId, String name, Actor by) {
    acts.run(() -> {
      Person person = get(personId);
      NewPerson renamed = new NewPerson(name, person.email(), person.locale(), person.zone());
      people.rename(personId, renamed.name());
      record("staff.person_renamed", person(personId), by);
    });
  }

  void noteInvitation(long personId, Actor by) {
    record("staff.person_invited", person(personId), by);
  }

  /** The language and the zone in which the person reads pages. */
  public void settle(long personId, Locale locale, ZoneId zone, Actor by) {
    acts.run(() -> {
      people.settle(personId, locale, zone);
      record("staff.person_settled", person(personId), by);
    });
  }

  /**
   * Grants a role, and signs the person out everywhere; one that the person has already changes
   * nothing.
   */
  public void grant(long personId, Grant grant, Actor by) {
    acts.run(() -> {
      get(personId);
      if (people.grant(personId, grant, clock.instant())) {
        people.endSessions(personId, null);
        record("staff.role_granted", person(personId), by, grant.payload());
      }
    });
  }

  /**
   * Takes a role away, and signs the person out everywhere.
   *
   * @throws Refusal when nobody could administer the installation afterwards
   */
  public void revoke(long personId, Grant grant, Actor by) {
    acts.run(() -> {
      if (grant.equals(Grant.everywhere(Role.ADMINISTRATOR))) {
        keepAnAdministrator(personId);
      }
      if (people.revoke(personId, grant, clock.instant())) {
        people.endSessions(personId, null);
        record("staff.role_revoked", person(personId), by, grant.payload());
      }
    });
  }

  /**
   * The person leaves: is signed out everywhere, can no longer sign in, shares no queue. What the
   * person owns is handed over by the rooms above, which hear of it by {@link PersonLeft}.
   *
   * @throws Refusal when nobody could administer the installation afterwards
   */
  public void leave(long personId, Actor by) {
    acts.run(() -> {
      get(personId);
      keepAnAdministrator(personId);
      if (people.leave(personId, clock.instant())) {
        people.endSessions(personId, null);
        record("staff.person_left", person(personId), by);
        events.publishEvent(new PersonLeft(personId, by));
      }
    });
  }

  /**
   * @param brandId the only brand that it serves; null for all
   * @throws Refusal of the field {@code team_name} when it is empty or taken
   */
  public Team addTeam(String name, @Nullable Long brandId, Actor by) {
    return acts.call(() -> {
      long id = teams.addTeam(teamName(name), brandId, clock.instant());
      record("staff.team_added", Subject.of("team", id), by);
      return team(id);
    });
  }

  public void renameTeam(long teamId, String name, Actor by) {
    acts.run(() -> {
      if (!team(teamId).name().equalsIgnoreCase(name.strip())) {
        teamName(name);
      }
      teams.renameTeam(teamId, name.strip());
      record("staff.team_renamed", Subject.of("team", teamId), by);
    });
  }

  /**
   * @throws Refusal of the field {@code sender_address} when another brand has it
   */
  public Brand addBrand(NewBrand brand, Actor by) {
    return acts.call(() -> {
      if (teams.brandBySender(brand.senderAddress()).isPresent()) {
        throw new Refusal("sender_address", "staff.refused.sender_taken");
      }
      long id = teams.addBrand(brand, clock.instant());
      record("staff.brand_added", Subject.of("brand", id), by);
      return brand(id);
    });
  }

  /** The name that customers read from now on. */
  public void renameBrand(long brandId, String name, Actor by) {
    acts.run(() -> {
      Brand brand = brand(brandId);
      NewBrand renamed = new NewBrand(name, brand.senderAddress(), brand.locale(), brand.zone());
      teams.renameBrand(brandId, renamed.name());
      record("staff.brand_renamed", Subject.of("brand", brandId), by);
    });
  }

  /** The person shares this team's queue from now on. */
  public void join(long personId, long teamId, Actor by) {
    acts.run(() -> {
      get(personId);
      team(teamId);
      if (teams.join(teamId, personId, clock.instant())) {
        record("staff.team_joined", person(personId), by, Map.of("team", teamId));
      }
    });
  }

  public void part(long personId, long teamId, Actor by) {
    acts.run(() -> {
      if (teams.leave(teamId, personId)) {
        record("staff.team_parted", person(personId), by, Map.of("team", teamId));
        events.publishEvent(new PersonParted(personId, teamId, by));
      }
    });
  }

  /**
   * @throws NotFound when there is no such person
   */
  public Person get(long personId) {
    return find(personId).orElseThrow(() -> new NotFound(person(personId)));
  }

  public Optional<Person> find(long personId) {
    return people.find(personId);
  }

  /** By address, in any case of letters; also somebody who has left. */
  public Optional<Person> findByEmail(String email) {
    return people.byEmail(email);
  }

  /** Everybody, those who have left last. */
  public List<Person> people() {
    return people.all();
  }

  /** Everybody with roles and teams; those who have left last. */
  public List<Colleague> roster() {
    return people.roster();
  }

  /** These people, in no order; for a list that names owners. */
  public List<Person> people(Set<Long> ids) {
    return people.named(ids);
  }

  /** The names of the tokens among these viewers, by the negative ids under which they act. */
  public Map<Long, String> tokenNames(Set<Long> ids) {
    return people.tokenNames(ids);
  }

  /** Who shares this team's queue now. */
  public List<Person> peopleOf(long teamId) {
    return people.inTeam(teamId);
  }

  /** The person as somebody who looks at pages; empty when the person has left. */
  public Optional<Viewer> viewer(long personId) {
    return people.viewer(personId);
  }

  public List<Grant> grantsOf(long personId) {
    return people.grants(personId);
  }

  public Set<Long> teamsOf(long personId) {
    return people.teams(personId);
  }

  /**
   * @throws NotFound when there is no such team
   */
  public Team team(long teamId) {
    return teams.team(teamId).orElseThrow(() -> new NotFound(Subject.of("team", teamId)));
  }

  /** Teams that work, by name. */
  public List<Team> teams() {
    return teams.teams();
  }

  /**
   * Whether somebody who has not left shares this team's queue: only then may a case wait there.
   */
  public boolean teamIsStaffed(long teamId) {
    return teams.isStaffed(teamId);
  }

  /** Whom an escalation reaches: the team's lead, else a manager; empty when there is neither. */
  public Optional<Person> leadOf(long teamId) {
    return teams.leadOf(teamId);
  }

  /** Where a new case of this brand waits; empty only in an installation without teams. */
  public Optional<Team> teamFor(long brandId) {
    return teams.teamFor(brandId);
  }

  /**
   * @throws NotFound when there is no such brand
   */
  public Brand brand(long brandId) {
    return teams.brand(brandId).orElseThrow(() -> new NotFound(Subject.of("brand", brandId)));
  }

  /** Brands in use, the first one first. */
  public List<Brand> brands() {
    return teams.brands();
  }

  /** Brands in use, the first one first, each with the team that {@link #teamFor} names. */
  public List<HelpDesk> helpDesks() {
    return teams.helpDesks();
  }

  /** The first brand; empty only before the first start. */
  public Optional<Brand> defaultBrand() {
    return brands().stream().findFirst();
  }

  /** The brand whose help address this is, also when the local part carries more behind a plus. */
  public Optional<Brand> brandForAddress(String recipient) {
    String bare = recipient.strip().replaceFirst("\\+[^@]*@", "@");
    return teams.brandBySender(bare);
  }

  private String teamName(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty()) {
      throw new Refusal("team_name", "staff.refused.team");
    }
    if (teams.teamNamed(stripped)) {
      throw new Refusal("team_name", "staff.refused.team_taken");
    }
    return stripped;
  }

  private void keepAnAdministrator(long going) {
    List<Long> administrators = people.administrators();
    if (administrators.equals(List.of(going))) {
      throw new Refusal("", "staff.refused.last_administrator");
    }
  }

  private void record(String kind, Subject subject, Actor by) {
    record(kind, subject, by, Map.of());
  }

  private void record(String kind, Subject subject, Actor by, Map<String, ?> payload) {
    journal.record(kind, subject, by, payload);
  }

  private static Subject person(long id) {
    return Subject.of("person", id);
  }
}
