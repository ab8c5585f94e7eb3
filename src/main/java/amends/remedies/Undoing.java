package amends.remedies;

import amends.journal.Journal;
import amends.messages.Holding;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Undoing what one gave or approved oneself, as long as a reply could be taken back and nothing of
 * it has begun to leave. It is as if it had not been given; the journal says that it was.
 */
@Component
public final class Undoing {
  private final GrantRows rows;
  private final Matters matters;
  private final Undone undone;
  private final Reopening reopening;
  private final Noting noting;

  Undoing(GrantRows rows, Matters matters, Undone undone, Reopening reopening, Noting noting) {
    this.rows = rows;
    this.matters = matters;
    this.undone = undone;
    this.reopening = reopening;
    this.noting = noting;
  }

  /** When, and who hears of it. */
  @Component
  record Noting(
      Acts acts,
      InstantSource clock,
      Holding holding,
      Journal journal,
      ApplicationEventPublisher events) {}

  /** What can still be undone, until then. */
  public record Open(RemedyGrant grant, Instant until) {}

  /** What the viewer gave last in a matter, while it can be undone. */
  public Optional<Open> open(Subject about, Viewer viewer) {
    Duration time = noting.holding().time();
    Instant now = noting.clock().instant();
    if (time.isZero()) {
      return Optional.empty();
    }
    return rows.of(about).reversed().stream()
        .filter(grant -> grant.packageId() == null && isOwn(grant, viewer))
        .filter(grant -> waits(grant) && now.isBefore(grant.grantedAt().plus(time)))
        .findFirst()
        .map(grant -> new Open(grant, grant.grantedAt().plus(time)));
  }

  /** What the viewer approved of late, while it can be undone; the latest first. */
  public List<Open> approved(Viewer viewer) {
    Duration time = noting.holding().time();
    Instant now = noting.clock().instant();
    if (time.isZero()) {
      return List.of();
    }
    return rows
        .where(
            """
            g.granted_at > :since and g.granted_by_kind = 'person' and g.granted_by_id = :person
              and g.request_id is not null and g.package_id is null
            order by g.id desc
            """,
            Map.of("since", Sql.at(now.minus(time)), "person", viewer.id()))
        .stream()
        .filter(Undoing::waits)
        .map(grant -> new Open(grant, grant.grantedAt().plus(time)))
        .toList();
  }

  /** Given or approved by one's own hand; what the customer chose is theirs to take back. */
  private static boolean isOwn(RemedyGrant grant, Viewer viewer) {
    return grant.grantedBy().equals(viewer.actor()) && grant.offerId() == null;
  }

  private static boolean waits(RemedyGrant grant) {
    return grant.state() == RemedyGrant.State.GRANTED;
  }

  /**
   * Undoes it.
   *
   * @throws Refusal when it is somebody else's, the time is over, or it has begun to leave
   */
  public void undo(long grantId, Viewer by) {
    noting
        .acts()
        .run(() -> {
          RemedyGrant seen = grant(grantId);
          matters.permitted(seen.about(), Permission.GRANT_REMEDY, by);
          if (!isOwn(seen, by)) {
            throw new Refusal("", "remedies.refusal.undo-own");
          }
          reopening.hold(seen);
          if (!undone.withdraw(seen, by.actor())) {
            throw new Refusal("", "remedies.refusal.undo-left");
          }
          matters.held(seen.about());
          RemedyGrant grant = rows.held(grantId).orElseThrow();
          Instant now = noting.clock().instant();
          if (!waits(grant) || !now.isBefore(grant.grantedAt().plus(noting.holding().time()))) {
            throw new Refusal("", "remedies.refusal.undo-late");
          }
          undone.write(grant, now);
          reopening.of(grant, by.actor());
          tell(grant, by.actor());
        });
  }

  private RemedyGrant grant(long id) {
    return rows.find(id)
        .filter(found -> found.packageId() == null)
        .orElseThrow(() -> new NotFound(Subject.of("remedy_grant", id)));
  }

  private void tell(RemedyGrant grant, Actor by) {
    noting.journal().record("remedy.undone", grant.about(), by, Map.of("grant", grant.id()));
    noting.events().publishEvent(new RemedyUndone(rows.find(grant.id()).orElseThrow()));
  }
}
