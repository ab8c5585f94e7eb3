package amends.remedies;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Viewer;
import amends.time.Bell;
import amends.time.Rung;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Interim remedies: why, until when, answered for by whom. */
@Component
public final class Interims implements Bell {
  private final InterimRows rows;
  private final GrantRows grants;
  private final Matters matters;
  private final Acts acts;
  private final Telling telling;

  Interims(InterimRows rows, GrantRows grants, Matters matters, Acts acts, Telling telling) {
    this.rows = rows;
    this.grants = grants;
    this.matters = matters;
    this.acts = acts;
    this.telling = telling;
  }

  /** The journal, and the way to the rooms above. */
  @Component
  record Telling(Journal journal, Asking.Publishing publishing) {
    Instant now() {
      return publishing.clock().instant();
    }

    void tell(String kind, RemedyGrant grant, Actor by) {
      journal.record(kind, grant.about(), by, Map.of("grant", grant.id()));
    }
  }

  public Optional<Interim> of(long grantId) {
    return rows.of(grantId);
  }

  /** Those of a matter that no final remedy has ended: they keep it open. */
  public List<Interim> open(Subject about) {
    return rows.open(about);
  }

  /**
   * It bridges longer, and whoever says so answers for it from then on. It rings again before its
   * new end.
   *
   * @param why it is not the final remedy yet, which the customer is told too
   * @throws Refusal when the end does not lie ahead or is no later, or it has ended
   */
  public Interim prolong(long grantId, String why, Instant endsAt, Viewer by) {
    long approver = person(by);
    if (why.isBlank()) {
      throw new Refusal("interim_why", "remedies.refusal.interim-why");
    }
    Length.atMost(Length.TEXT, why, "interim_why");
    return acts.call(() -> {
      RemedyGrant grant = permitted(grantId, by);
      Instant now = telling.now();
      if (!endsAt.isAfter(now)) {
        throw new Refusal("interim_until", "remedies.refusal.interim-until");
      }
      Interim before = bridge(grantId);
      if (!endsAt.isAfter(before.endsAt())) {
        throw new Refusal("interim_until", "remedies.refusal.interim-longer");
      }
      rows.prolong(grantId, why.strip(), approver, endsAt);
      rows.ring(grantId, endsAt, now);
      telling.tell("remedy.interim_prolonged", grant, by.actor());
      return rows.of(grantId).orElseThrow();
    });
  }

  /**
   * It came back, or is no longer needed, without a final remedy of ours.
   *
   * @throws Refusal without a reason, or when it has ended
   */
  public Interim end(long grantId, String why, Viewer by) {
    long person = person(by);
    if (why.isBlank()) {
      throw new Refusal("interim_why", "remedies.refusal.interim-end-why");
    }
    Length.atMost(Length.TEXT, why, "interim_why");
    return acts.call(() -> {
      RemedyGrant grant = permitted(grantId, by);
      if (!rows.over(grantId, why.strip(), person, telling.now())) {
        throw new Refusal("", "remedies.refusal.interim-over");
      }
      over(grant, by.actor());
      return rows.of(grantId).orElseThrow();
    });
  }

  /** Within an act that has written so. */
  void over(RemedyGrant grant, Actor by) {
    telling.tell("remedy.interim_ended", grant, by);
    telling.publishing().events().publishEvent(new InterimEnded(grant));
  }

  Telling telling() {
    return telling;
  }

  private Interim bridge(long grantId) {
    return rows.of(grantId)
        .filter(interim -> interim.endedAt() == null)
        .orElseThrow(() -> new Refusal("", "remedies.refusal.interim-over"));
  }

  /** A person answers for a bridge. */
  static long person(Viewer by) {
    if (!by.isPerson()) {
      throw new Refusal("", "remedies.refusal.interim-by-program");
    }
    return by.id();
  }

  /** Held until the act ends. */
  RemedyGrant permitted(long grantId, Viewer by) {
    RemedyGrant grant =
        grants.held(grantId).orElseThrow(() -> new NotFound(Subject.of("remedy_grant", grantId)));
    matters.permitted(grant.about(), Permission.GRANT_REMEDY, by);
    return grant;
  }

  @Override
  public String name() {
    return InterimRows.BELL;
  }

  @Override
  public void ring(List<Rung> due, Instant now) {
    for (long id : rows.warn(due.stream().map(rung -> rung.guards().id()).toList(), now)) {
      RemedyGrant grant = grants.find(id).orElseThrow();
      Interim interim = rows.of(id).orElseThrow();
      telling.tell("remedy.interim_ending", grant, Actor.SYSTEM);
      telling.publishing().events().publishEvent(new InterimEnding(grant, interim.endsAt()));
    }
  }
}
