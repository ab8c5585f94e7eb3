package amends.cases;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The way to a case for whoever acts on it: one act, the row taken, the permission asked. */
@Component
final class Access {
  private final Acts acts;
  private final InstantSource clock;
  private final Permits permits;
  private final CaseRows rows;
  private final Journal journal;

  Access(Acts acts, InstantSource clock, Permits permits, CaseRows rows, Journal journal) {
    this.acts = acts;
    this.clock = clock;
    this.permits = permits;
    this.rows = rows;
    this.journal = journal;
  }

  Instant now() {
    return clock.instant();
  }

  Acts acts() {
    return acts;
  }

  Permits permits() {
    return permits;
  }

  Journal journal() {
    return journal;
  }

  CaseRows rows() {
    return rows;
  }

  Optional<Case> find(long id) {
    return rows.find(id);
  }

  Case see(long id, Viewer viewer) {
    Case matter = rows.get(id);
    permits.require(viewer, Permission.SEE_CASE, matter.scope(), matter.asSubject());
    return matter;
  }

  /** Acts on a case in whatever state it is. */
  void touch(long id, Permission permission, Viewer by, Consumer<Case> act) {
    acts.run(() -> act.accept(permitted(id, permission, by)));
  }

  /**
   * Acts on a case that is not closed.
   *
   * @throws Refusal when it is
   */
  void work(long id, Permission permission, Viewer by, Consumer<Case> act) {
    acts.run(() -> {
      Case matter = permitted(id, permission, by);
      if (matter.closed()) {
        throw new Refusal("", "cases.refusal.closed");
      }
      act.accept(matter);
    });
  }

  /**
   * Takes both cases, the older first as everybody does, and asks for the survivor too: what a
   * duplicate owed lands there.
   *
   * @throws Refusal when the viewer may not work on it, or it is closed
   */
  void lockSurvivor(long duplicate, long survivor, Viewer by) {
    if (duplicate < survivor) {
      rows.lock(duplicate);
    }
    boolean fit =
        rows.find(survivor)
            .map(found -> rows.lock(found.id()))
            .filter(found -> !found.closed())
            .filter(found -> permits.may(by, Permission.SETTLE, found.scope()))
            .isPresent();
    if (!fit) {
      throw new Refusal("survivor", "cases.refusal.survivor-not-open", String.valueOf(survivor));
    }
  }

  void tell(String kind, Case matter, Actor by, Map<String, ?> payload) {
    journal.record(kind, matter.asSubject(), by, payload);
  }

  private Case permitted(long id, Permission permission, Viewer by) {
    Case matter = rows.lock(id);
    permits.require(by, permission, matter.scope(), matter.asSubject());
    return matter;
  }
}
