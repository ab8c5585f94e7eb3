package amends.staff;

import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.staff.OneTimeLinks.Open;
import amends.staff.OneTimeLinks.Purpose;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How people get in who have no password yet: the first administrator by a link that the program
 * prints at its start, everybody else by a link that an administrator hands over. A link works once
 * and for a day; looking at it changes nothing.
 */
@Component
public final class FirstStart {
  private final JdbcClient sql;
  private final Acts acts;
  private final Staff staff;
  private final SignIns signIns;
  private final OneTimeLinks links;

  FirstStart(JdbcClient sql, Acts acts, Staff staff, SignIns signIns, OneTimeLinks links) {
    this.sql = sql;
    this.acts = acts;
    this.staff = staff;
    this.signIns = signIns;
    this.links = links;
  }

  /** Gives an empty installation its first brand and its first team, so that mail has a home. */
  public void prepare(NewBrand first, String teamName) {
    acts.run(() -> {
      // One at a time: nodes that start together would each find nothing there.
      sql.sql("select pg_advisory_xact_lock(hashtextextended('staff.first start', 0))")
          .query(rs -> {});
      if (staff.brands().isEmpty()) {
        staff.addBrand(first, Actor.SYSTEM);
      }
      if (staff.teams().isEmpty()) {
        staff.addTeam(teamName, null, Actor.SYSTEM);
      }
    });
  }

  /**
   * A new one-time link, valid for 24 hours, while nobody can administer; older ones end with it.
   *
   * @return the path below the base URL
   */
  public Optional<String> linkIfNeeded() {
    return acts.call(() ->
        hasAdministrator()
            ? Optional.<String>empty()
            : Optional.of(path(links.make(Purpose.FIRST_START, null))));
  }

  /** A link by which this person chooses a password; also for one who has forgotten it. */
  public String invite(long personId, Actor by) {
    return acts.call(() -> {
      if (!staff.get(personId).active()) {
        throw new Refusal("", "staff.refused.left");
      }
      staff.noteInvitation(personId, by);
      return path(links.make(Purpose.INVITATION, personId));
    });
  }

  /**
   * Whom a link that is still good lets in.
   *
   * @param name empty for the first administrator, who has none yet
   */
  public record Guest(String name, String email) {}

  public Optional<Guest> look(String token) {
    return links.look(token).filter(this::isOpen).map(this::guest);
  }

  /**
   * Uses the link: makes the first administrator, or sets the password of the invited person.
   *
   * @param email of the first administrator; an invited person keeps the address given
   * @throws Refusal when the link is used or too old, or when a field is wrong
   */
  public Person accept(String token, String name, String email, String password) {
    if (look(token).isEmpty()) {
      throw new Refusal("", "staff.refused.link");
    }
    String hash = signIns.accept(password);
    return acts.call(() -> {
      Open link =
          links
              .hold(token)
              .filter(this::isOpen)
              .orElseThrow(() -> new Refusal("", "staff.refused.link"));
      long id = enter(link, name, email);
      links.use(link);
      signIns.choose(id, hash, null);
      return staff.get(id);
    });
  }

  private long enter(Open link, String name, String email) {
    Long invited = link.personId();
    if (invited != null) {
      staff.rename(invited, name, Actor.person(invited));
      return invited;
    }
    ZoneId zone = staff.defaultBrand().map(Brand::zone).orElse(ZoneId.of("UTC"));
    Locale locale = staff.defaultBrand().map(Brand::locale).orElse(Locale.ENGLISH);
    long id = staff.add(new NewPerson(name, email, locale, zone), Actor.SYSTEM).id();
    staff.grant(id, Grant.everywhere(Role.ADMINISTRATOR), Actor.SYSTEM);
    staff.teams().stream().findFirst().ifPresent(t -> staff.join(id, t.id(), Actor.SYSTEM));
    return id;
  }

  private boolean isOpen(Open link) {
    Long invited = link.personId();
    return invited == null ? !hasAdministrator() : staff.get(invited).active();
  }

  private Guest guest(Open link) {
    Long invited = link.personId();
    if (invited == null) {
      return new Guest("", "");
    }
    Person person = staff.get(invited);
    return new Guest(person.name(), person.email());
  }

  private boolean hasAdministrator() {
    return sql.sql(
            """
            select exists (select 1 from person p join role_grant g on g.person_id = p.id
              where p.left_at is null and p.password_hash is not null
                and g.role = 'administrator' and g.brand_id is null and g.team_id is null
                and g.revoked_at is null)
            """)
        .query(Boolean.class)
        .single();
  }

  private static String path(String token) {
    return "/first-start/" + token;
  }
}
