package amends.staff;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Settings;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Signing in and out. A wrong password, an unknown address and somebody who has left get the same
 * answer for the same work.
 */
@Component
public final class SignIns {
  /** The session attribute that holds the page somebody wanted before signing in. */
  public static final String WANTED = "wanted";

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;
  private final Guard guard;

  /** What stands between the door and the record. */
  @Component
  record Guard(Passwords passwords, Throttle throttle, SecondFactors factors, Settings settings) {}

  SignIns(JdbcClient sql, InstantSource clock, Acts acts, Journal journal, Guard guard) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
    this.guard = guard;
  }

  /** What became of a try. */
  public sealed interface Outcome {
    record Welcome(long personId) implements Outcome {}

    /** The password is right and not enough: a second factor follows. */
    record Half(long personId) implements Outcome {}

    record Wrong() implements Outcome {}

    /** The password is right, and passwords are off for this person. */
    record Elsewhere() implements Outcome {}

    /** Too many tries: this long until the next one. */
    record Wait(Duration time) implements Outcome {}
  }

  private record Account(long id, @Nullable String hash) {}

  /**
   * @param address from where the try came, for throttling only
   */
  public Outcome signIn(String email, String password, String address) {
    Outcome outcome = prove(email, password, address);
    if (!(outcome instanceof Outcome.Welcome(long id))) {
      return outcome;
    }
    if (!guard.settings().signIn().takesPasswordOf(email)) {
      return new Outcome.Elsewhere();
    }
    if (guard.factors().need(id) != SecondFactors.Need.NONE) {
      return new Outcome.Half(id);
    }
    welcome(id, Means.PASSWORD);
    return outcome;
  }

  /** Notes that somebody has come in; whoever calls has seen the proof. */
  public void welcome(long personId, Means means) {
    acts.run(() -> {
      sql.sql("update person set seen_at = :now where id = :id")
          .param("now", Sql.at(clock.instant()))
          .param("id", personId)
          .update();
      journal.record(
          "staff.signed_in", person(personId), Actor.person(personId), Map.of("by", means.code()));
    });
  }

  /** Whether this is the viewer's password; throttled as sign-ins are. */
  public Outcome proves(Viewer viewer, String password, String address) {
    return prove(viewer.email(), password, address);
  }

  private Outcome prove(String email, String password, String address) {
    return switch (guard.throttle().enter(email, address)) {
      case Throttle.Entry.Wait wait -> new Outcome.Wait(wait.time());
      case Throttle.Entry.Through through -> tried(through.attemptId(), email, password);
    };
  }

  private Outcome tried(long attemptId, String email, String password) {
    Optional<Account> account = account(email);
    String hash = account.map(Account::hash).orElse(null);
    long id = account.map(Account::id).orElse(0L);
    if (guard.passwords().matches(password, hash)) {
      guard.throttle().forget(attemptId);
      return new Outcome.Welcome(id);
    }
    acts.run(() -> journal.record("staff.sign_in_refused", person(id), Actor.SYSTEM));
    return new Outcome.Wrong();
  }

  /** Whether this session of the person still stands: neither ended nor run out. */
  public boolean stands(String sessionId, long personId) {
    return sql.sql(
            """
            select exists (select from spring_session where session_id = :session
              and principal_name = :person and expiry_time > :now)
            """)
        .param("session", sessionId)
        .param("person", String.valueOf(personId))
        .param("now", clock.instant().toEpochMilli())
        .query(Boolean.class)
        .single();
  }

  public void signOut(long personId) {
    acts.run(() -> journal.record("staff.signed_out", person(personId), Actor.person(personId)));
  }

  /** Ends every session of the person but this one. */
  public int endOthers(long personId, @Nullable String sessionId) {
    return acts.call(() -> {
      int ended = new PersonRows(sql).endSessions(personId, sessionId);
      noteEnded(personId, ended);
      return ended;
    });
  }

  /** Notes that the person has signed out in other browsers. */
  public void noteEnded(long personId, int count) {
    acts.run(() ->
        journal.record(
            "staff.sessions_ended",
            person(personId),
            Actor.person(personId),
            Map.of("count", count)));
  }

  /**
   * Changes one's own password and ends every other session. Tries are throttled as sign-ins are.
   *
   * @throws Refusal of {@code current} or {@code password}
   */
  public void changePassword(
      Viewer viewer, String current, String password, String address, String sessionId) {
    guard.passwords().check(password);
    switch (prove(viewer.email(), current, address)) {
      case Outcome.Wait(Duration time) ->
          throw new Refusal("current", "staff.refused.wait", minutes(time));
      case Outcome.Wrong(), Outcome.Half(_), Outcome.Elsewhere() ->
          throw new Refusal("current", "staff.refused.current");
      case Outcome.Welcome(long id) -> {
        String hash = accept(password);
        acts.run(() -> choose(id, hash, sessionId));
      }
    }
  }

  /** Whole minutes, rounded up, as sentences tell them. */
  public static long minutes(Duration time) {
    return time.plusSeconds(59).toMinutes();
  }

  String accept(String password) {
    return guard.passwords().accept(password);
  }

  /** In the caller's transaction: another password ends the sessions that the old one opened. */
  void choose(long personId, String hash, @Nullable String keptSessionId) {
    sql.sql("update person set password_hash = :hash where id = :id and left_at is null")
        .param("hash", hash)
        .param("id", personId)
        .update();
    new PersonRows(sql).endSessions(personId, keptSessionId);
    journal.record("staff.password_chosen", person(personId), Actor.person(personId));
  }

  private Optional<Account> account(String email) {
    return sql.sql(
            """
            select id, password_hash from person where lower(email) = lower(:email) and left_at is null
            """)
        .param("email", email.strip())
        .query((rs, n) -> new Account(rs.getLong("id"), rs.getString("password_hash")))
        .optional();
  }

  private static Subject person(long id) {
    return Subject.of("person", id);
  }
}
