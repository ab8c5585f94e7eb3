package amends.promises;

import amends.promises.CadenceRule.Audience;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Rhythms of updates. While one runs, exactly one promise is its next one: it makes the next when
 * that is kept, broken or released, and never stops silently. It ends by settlement, by a person's
 * word with a reason, or because another one takes its place. Asks for no permission: callers do.
 */
@Component
public final class Cadences {
  /** Codes of releases that a rhythm's own end brings about. */
  static final String ENDED = "cadence_ended";

  private final CadenceRows rows;
  private final NextBeat nextBeat;
  private final Promises promises;
  private final InstantSource clock;
  private final Acts acts;

  Cadences(CadenceRows rows, NextBeat nextBeat, Promises promises, InstantSource clock, Acts acts) {
    this.rows = rows;
    this.nextBeat = nextBeat;
    this.promises = promises;
    this.clock = clock;
    this.acts = acts;
  }

  /** Those that can be chosen, by name. */
  public List<CadenceRule> rules() {
    return rows.rules(false);
  }

  /**
   * @throws NotFound when there is none, or it is retired
   */
  public CadenceRule rule(long id) {
    return rules().stream()
        .filter(rule -> rule.id() == id)
        .findFirst()
        .orElseThrow(() -> new NotFound(Subject.of("cadence_rule", id)));
  }

  /**
   * Defines a rhythm.
   *
   * @throws Refusal of the field that is missing or cannot be
   */
  public long define(CadenceRule rule, Actor by) {
    rule.requireSound();
    return acts.call(() -> {
      long id = rows.add(rule, clock.instant());
      nextBeat.journal().record("cadence.defined", Subject.of("cadence_rule", id), by, Map.of());
      return id;
    });
  }

  /** It is offered no more; what runs by it goes on. */
  public void retire(long id, Actor by) {
    acts.run(() -> {
      if (rows.retire(id, clock.instant())) {
        nextBeat.journal().record("cadence.retired", Subject.of("cadence_rule", id), by, Map.of());
      }
    });
  }

  /** Those of a matter, the newest first. */
  public List<Cadence> of(Subject about) {
    return rows.of(about);
  }

  /** The one that runs for this audience of a matter. */
  public Optional<Cadence> running(Subject about, Audience audience) {
    return of(about).stream().filter(c -> c.runs() && c.rule().audience() == audience).findFirst();
  }

  /**
   * Starts a rhythm, in place of one for the same audience, and makes its first promise.
   *
   * @throws Refusal for one that is for the public, which only an incident has
   */
  public Cadence start(long ruleId, Subject about, long customerId, Owner owner, Actor by) {
    CadenceRule rule = rule(ruleId);
    if (rule.audience() == Audience.PUBLIC && about.kind().equals("case")) {
      throw new Refusal("cadence", "promises.cadence.refuse.public");
    }
    return acts.call(() -> {
      running(about, rule.audience()).ifPresent(old -> end(old, "replaced", "", by));
      long id = rows.start(rule, about, customerId, by, clock.instant());
      nextBeat
          .journal()
          .record("cadence.started", about, by, Map.of("cadence", id, "rule", ruleId));
      nextBeat.first(one(about, id), owner);
      return one(about, id);
    });
  }

  private Cadence one(Subject about, long id) {
    return of(about).stream().filter(c -> c.id() == id).findFirst().orElseThrow();
  }

  /**
   * A person ends it.
   *
   * @throws Refusal of the field {@code reason} when none is given
   */
  public void stop(Cadence cadence, String reason, Actor by) {
    if (reason.isBlank()) {
      throw new Refusal("reason", "promises.cadence.refuse.reason");
    }
    acts.run(() -> end(cadence, "said", reason.strip(), by));
  }

  /** The matter is settled: all its rhythms end. */
  public void settled(Subject about, Actor by) {
    acts.run(
        () -> of(about).stream().filter(Cadence::runs).forEach(c -> end(c, "settled", "", by)));
  }

  /**
   * The matter is taken up again: the rhythms that its settlement ended go on by the same rules,
   * also by those that are offered no more.
   *
   * @param since when it was settled
   */
  public void takenUp(Subject about, Instant since, Owner owner, Actor by) {
    acts.run(() -> {
      for (Cadence ended : of(about)) {
        Instant endedAt = ended.endedAt();
        if (endedAt != null
            && "settled".equals(ended.endKind())
            && !endedAt.isBefore(since)
            && running(about, ended.rule().audience()).isEmpty()) {
          long id = rows.start(ended.rule(), about, ended.customerId(), by, clock.instant());
          nextBeat
              .journal()
              .record(
                  "cadence.started",
                  about,
                  by,
                  Map.of("cadence", id, "rule", ended.rule().id(), "resumes", ended.id()));
          nextBeat.resume(one(about, id), owner);
        }
      }
    });
  }

  /** What it had promised next is owed no more, unless somebody else had promised it. */
  private void end(Cadence cadence, String how, String reason, Actor by) {
    rows.end(cadence.id(), how, reason, by, clock.instant());
    nextBeat
        .journal()
        .record("cadence.ended", cadence.about(), by, Map.of("cadence", cadence.id(), "how", how));
    Promise next = promises.promise(cadence.promiseId());
    if (next.owed() && next.evidence() == null && next.madeBy().equals(Actor.SYSTEM)) {
      promises.release(next.id(), ENDED, by);
    }
  }
}
