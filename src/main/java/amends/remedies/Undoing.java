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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Undoing what one gave oneself, as long as a reply could be taken back and nothing of it has begun
 * to leave. It is as if it had not been given; the journal says that it was.
 */
@Component
public final class Undoing {
  private final JdbcClient sql;
  private final GrantRows rows;
  private final Matters matters;
  private final Effects effects;
  private final Noting noting;

  Undoing(JdbcClient sql, GrantRows rows, Matters matters, Effects effects, Noting noting) {
    this.sql = sql;
    this.rows = rows;
    this.matters = matters;
    this.effects = effects;
    this.noting = noting;
  }

  /** What it takes back with it. */
  @Component
  record Effects(Withdrawal withdrawal, GivenBack givenBack, InterimRows interims) {}

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

  /** Given by one's own hand: neither approved by somebody nor chosen by the customer. */
  private static boolean isOwn(RemedyGrant grant, Viewer viewer) {
    return grant.grantedBy().equals(viewer.actor())
        && grant.requestId() == null
        && grant.offerId() == null;
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
          List<RemedyGrant> leaves =
              seen.kind() == Remedy.Kind.PACKAGE ? rows.parts(grantId) : List.of(seen);
          // Whoever calls and packs is kept away first, in the order in which they come here.
          for (RemedyGrant leaf : leaves) {
            if (!effects.withdrawal().withdraw(leaf.id(), by.actor())) {
              throw new Refusal("", "remedies.refusal.undo-left");
            }
          }
          matters.held(seen.about());
          RemedyGrant grant = rows.held(grantId).orElseThrow();
          Instant now = noting.clock().instant();
          if (!waits(grant) || !now.isBefore(grant.grantedAt().plus(noting.holding().time()))) {
            throw new Refusal("", "remedies.refusal.undo-late");
          }
          for (RemedyGrant leaf : leaves) {
            mark(leaf.id(), now);
            effects.givenBack().of(leaf);
          }
          if (seen.kind() == Remedy.Kind.PACKAGE) {
            mark(grantId, now);
            effects.interims().end(List.of(grantId), 0, now);
          }
          tell(grant, by.actor());
        });
  }

  private RemedyGrant grant(long id) {
    return rows.find(id)
        .filter(found -> found.packageId() == null)
        .orElseThrow(() -> new NotFound(Subject.of("remedy_grant", id)));
  }

  private void mark(long id, Instant now) {
    sql.sql("update remedy_grant set stopped_at = :now, undone_at = :now where id = :id")
        .param("now", Sql.at(now))
        .param("id", id)
        .update();
  }

  private void tell(RemedyGrant grant, Actor by) {
    noting.journal().record("remedy.undone", grant.about(), by, Map.of("grant", grant.id()));
    noting.events().publishEvent(new RemedyUndone(rows.find(grant.id()).orElseThrow()));
  }
}
