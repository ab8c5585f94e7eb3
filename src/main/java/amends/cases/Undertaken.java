package amends.cases;

import amends.promises.NewUndertaking;
import amends.promises.Undertaking;
import amends.promises.Undertakings;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Person;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What others do for a case: a colleague who is asked and accepts, a supplier whose word we note.
 * Only on a word that stands can something be promised to the customer.
 */
@Component
public final class Undertaken {
  private final Access access;
  private final Undertakings undertakings;
  private final Staff staff;

  Undertaken(Access access, Undertakings undertakings, Staff staff) {
    this.access = access;
    this.undertakings = undertakings;
    this.staff = staff;
  }

  /** What others undertook for a case, oldest first. */
  public List<Undertaking> in(long caseId, Viewer viewer) {
    return undertakings.about(access.see(caseId, viewer).asSubject());
  }

  /**
   * Asks a colleague, or notes what a supplier has promised us.
   *
   * @throws Refusal when the colleague has left, may not know of a restricted case, or is the
   *     viewer
   */
  public void ask(long caseId, Undertaking.By by, String words, Instant dueAt, Viewer viewer) {
    access.work(
        caseId,
        Permission.WORK_CASE,
        viewer,
        matter -> {
          if (by instanceof Undertaking.By.Colleague colleague) {
            requireAskable(matter, colleague.person(), viewer);
          }
          undertakings.ask(
              new NewUndertaking(matter.asSubject(), matter.customerId(), by, words, dueAt),
              viewer.id());
        });
  }

  private void requireAskable(Case matter, long person, Viewer viewer) {
    if (!viewer.isPerson() || person == viewer.id()) {
      throw new Refusal("who", "cases.undertaking.refusal.yourself");
    }
    Set<Long> named = matter.named();
    boolean known =
        staff.people(Set.of(person)).stream().anyMatch(Person::active)
            && (named == null || named.contains(person));
    if (!known) {
      throw new Refusal("who", "cases.undertaking.refusal.who");
    }
  }

  /** It was done. */
  public void done(long caseId, long id, Viewer viewer) {
    change(caseId, id, viewer, () -> undertakings.keep(id, viewer.actor()));
  }

  /** It is needed no longer. */
  public void withdraw(long caseId, long id, Viewer viewer) {
    change(caseId, id, viewer, () -> undertakings.withdraw(id, viewer.actor()));
  }

  /** Somebody has reminded them. */
  public void chase(long caseId, long id, Viewer viewer) {
    change(caseId, id, viewer, () -> undertakings.chase(id, viewer.actor()));
  }

  /**
   * They say that it comes later.
   *
   * @param dueAt by when; null when nobody knows
   */
  public void slip(long caseId, long id, @Nullable Instant dueAt, String reason, Viewer viewer) {
    change(caseId, id, viewer, () -> undertakings.slip(id, dueAt, reason, viewer.actor()));
  }

  /**
   * @throws NotFound when it belongs to another case
   */
  public Undertaking undertaking(long caseId, long id, Viewer viewer) {
    return in(caseId, viewer).stream()
        .filter(u -> u.id() == id)
        .findFirst()
        .orElseThrow(() -> new NotFound(Subject.of("undertaking", id)));
  }

  private void change(long caseId, long id, Viewer viewer, Runnable act) {
    access.work(
        caseId,
        Permission.WORK_CASE,
        viewer,
        matter -> {
          undertaking(caseId, id, viewer);
          act.run();
        });
  }

  /** What the viewer is asked for and has not answered, then what they have accepted. */
  public List<Mine> mine(Viewer viewer) {
    return undertakings.of(viewer.id()).stream().map(u -> mine(u, viewer)).toList();
  }

  /**
   * What a colleague is asked for.
   *
   * @param matter the case; null when the colleague may not see it, and reads the words alone
   */
  public record Mine(Undertaking undertaking, @Nullable Case matter) {}

  private Mine mine(Undertaking undertaking, Viewer viewer) {
    Case matter =
        undertaking.about().kind().equals("case")
            ? access
                .find(undertaking.about().id())
                .filter(m -> access.permits().may(viewer, Permission.SEE_CASE, m.scope()))
                .orElse(null)
            : null;
    return new Mine(undertaking, matter);
  }

  /** The viewer does it. */
  public void accept(long id, Viewer viewer) {
    undertakings.accept(id, viewer.id());
  }

  /** The viewer cannot, or no longer can. */
  public void decline(long id, String reason, Viewer viewer) {
    undertakings.decline(id, reason, viewer.id());
  }

  /** The viewer has done what they had accepted. */
  public void doneByMe(long id, Viewer viewer) {
    if (!undertakings.undertaking(id).by().equals(new Undertaking.By.Colleague(viewer.id()))) {
      throw new NotFound(Subject.of("undertaking", id));
    }
    undertakings.keep(id, viewer.actor());
  }
}
