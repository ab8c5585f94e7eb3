package amends.staff;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The second step of signing in: a code from an app, or a recovery code on paper. A code works
 * once; tries are throttled as passwords are. Sessions opened before a factor was taken away end.
 */
@Component
public final class SecondFactors {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;
  private final Tools tools;

  /** What only second factors need. */
  @Component
  record Tools(
      FactorRows rows, SignInRules rules, Throttle throttle, ApplicationEventPublisher events) {}

  SecondFactors(JdbcClient sql, InstantSource clock, Acts acts, Journal journal, Tools tools) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
    this.tools = tools;
  }

  /** What has to follow a right password. */
  public enum Need {
    NONE,
    /** A code. */
    CODE,
    /** The rules of the house demand a second factor and the person has none yet. */
    ENROL
  }

  /** What became of a code. */
  public sealed interface Outcome {
    /** Taken, as this. */
    record Right(Means means) implements Outcome {}

    record Wrong() implements Outcome {}

    /** Too many tries: this long until the next one. */
    record Wait(Duration time) implements Outcome {}
  }

  /**
   * What a person has.
   *
   * @param since when the app was confirmed; empty when there is none
   * @param recoveryCodes how many are left
   * @param demanded the rules of the house demand one of this person
   */
  public record State(Optional<Instant> since, int recoveryCodes, boolean demanded) {}

  /**
   * A secret that is shown until it is confirmed.
   *
   * @param uri what the picture says
   * @param key the same for typing, in base 32
   */
  public record Offer(String uri, String key) {}

  public Need need(long personId) {
    if (tools.rows().isConfirmed(personId)) {
      return Need.CODE;
    }
    return isDemanded(personId) ? Need.ENROL : Need.NONE;
  }

  public State state(long personId) {
    return new State(
        tools.rows().confirmedAt(personId),
        tools.rows().codes().left(personId),
        isDemanded(personId));
  }

  /** Makes a new secret to be confirmed; the confirmed one works until then. */
  public void offer(long personId) {
    acts.run(() -> tools.rows().offer(personId, clock.instant()));
  }

  /**
   * The secret that waits to be confirmed; empty when none does, or when it is older than an hour.
   *
   * @param house the name that the app shows
   */
  public Optional<Offer> offered(long personId, String house) {
    return tools
        .rows()
        .offered(personId, clock.instant())
        .map(secret -> new Offer(Totp.uri(house, email(personId), secret), Totp.base32(secret)));
  }

  /**
   * The first code from the app: from now on each sign-in wants one.
   *
   * @return recovery codes, which are shown this once
   * @throws Refusal of {@code code} when it is wrong
   */
  public List<String> confirm(long personId, String typed, String address) {
    return switch (enter(personId, address)) {
      case Throttle.Entry.Wait(Duration time) ->
          throw new Refusal("code", "staff.refused.wait", SignIns.minutes(time));
      case Throttle.Entry.Through(long attempt) -> confirmed(personId, digits(typed), attempt);
    };
  }

  private List<String> confirmed(long personId, String code, long attempt) {
    return acts.call(() -> {
      Instant now = clock.instant();
      OptionalLong step =
          tools
              .rows()
              .offered(personId, now)
              .map(secret -> Totp.match(secret, code, now))
              .orElse(OptionalLong.empty());
      if (step.isEmpty()) {
        throw new Refusal("code", "staff.refused.first_code");
      }
      tools.rows().confirm(personId, step.getAsLong(), now);
      tools.throttle().forget(attempt);
      record("staff.second_factor_added", personId, Actor.person(personId));
      return tools.rows().codes().make(personId, now);
    });
  }

  /** Takes a code from the app, or a recovery code. */
  public Outcome prove(long personId, String typed, String address) {
    return switch (enter(personId, address)) {
      case Throttle.Entry.Wait(Duration time) -> new Outcome.Wait(time);
      case Throttle.Entry.Through(long attempt) -> proved(personId, typed, attempt);
    };
  }

  private Outcome proved(long personId, String typed, long attempt) {
    return acts.call(() -> {
      Outcome outcome =
          Totp.looksLikeOne(digits(typed)) ? app(personId, digits(typed)) : paper(personId, typed);
      if (outcome instanceof Outcome.Right) {
        tools.throttle().forget(attempt);
      } else {
        record("staff.second_factor_refused", personId, Actor.SYSTEM);
      }
      return outcome;
    });
  }

  private Outcome app(long personId, String code) {
    return tools
            .rows()
            .secret(personId)
            .map(secret -> Totp.match(secret, code, clock.instant()))
            .filter(step -> step.isPresent() && tools.rows().use(personId, step.getAsLong()))
            .isPresent()
        ? new Outcome.Right(Means.CODE)
        : new Outcome.Wrong();
  }

  private Outcome paper(long personId, String typed) {
    if (!tools.rows().codes().use(personId, typed, clock.instant())) {
      return new Outcome.Wrong();
    }
    record("staff.recovery_code_used", personId, Actor.person(personId));
    return new Outcome.Right(Means.RECOVERY_CODE);
  }

  /**
   * New recovery codes, shown this once; the old ones end.
   *
   * @throws Refusal when there is no second factor
   */
  public List<String> renewRecoveryCodes(long personId) {
    return acts.call(() -> {
      if (!tools.rows().isConfirmed(personId)) {
        throw new Refusal("", "staff.refused.no_factor");
      }
      record("staff.recovery_codes_renewed", personId, Actor.person(personId));
      return tools.rows().codes().make(personId, clock.instant());
    });
  }

  /**
   * One's own second factor goes.
   *
   * @param sessionId the session that stays open
   * @throws Refusal when the rules of the house demand one
   */
  public void remove(long personId, String sessionId) {
    acts.run(() -> {
      if (isDemanded(personId)) {
        throw new Refusal("", "staff.refused.factor_demanded");
      }
      if (tools.rows().remove(personId)) {
        record("staff.second_factor_removed", personId, Actor.person(personId));
        new PersonRows(sql).endSessions(personId, sessionId);
      }
    });
  }

  /** For a colleague who has lost everything: signed out everywhere, and told of it. */
  public void reset(long personId, Actor by) {
    acts.run(() -> {
      if (tools.rows().remove(personId)) {
        record("staff.second_factor_reset", personId, by);
        new PersonRows(sql).endSessions(personId, null);
        tools.events().publishEvent(new SecondFactorReset(personId, by, clock.instant()));
      }
    });
  }

  private boolean isDemanded(long personId) {
    return tools.rules().secondFactor().asks(new PersonRows(sql).grants(personId));
  }

  private Throttle.Entry enter(long personId, String address) {
    return tools.throttle().enter("the second factor of " + personId, address);
  }

  private String email(long personId) {
    return new PersonRows(sql).find(personId).map(Person::email).orElse("");
  }

  private void record(String kind, long personId, Actor by) {
    journal.record(kind, Subject.of("person", personId), by, Map.of());
  }

  private static String digits(String typed) {
    return typed.replaceAll("\\s", "");
  }
}
