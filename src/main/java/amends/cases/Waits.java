package amends.cases;

import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Waiting is a shown reason with a review date, never a hole: beginning, renewing and ending it are
 * acts on a case.
 */
@Component
public final class Waits {
  private final Access access;
  private final WaitRows rows;
  private final Promises promises;
  private final MailCases mailCases;

  Waits(Access access, WaitRows rows, Promises promises, MailCases mailCases) {
    this.access = access;
    this.rows = rows;
    this.promises = promises;
    this.mailCases = mailCases;
  }

  /** The wait that stands; empty when nobody is waited for. */
  public Optional<CaseFile.Wait> standing(long id, Viewer viewer) {
    access.see(id, viewer);
    return rows.standing(id);
  }

  /**
   * Waits from now on, or goes on waiting: whoever sets it has looked, so an earlier look is done.
   * What was promised to the customer stays promised.
   *
   * @throws Refusal when it has no reason, or the look does not lie ahead within the longest wait
   */
  public void begin(long id, Waiting waiting, Viewer by) {
    access.work(id, Permission.WORK_CASE, by, matter -> begin(matter, waiting, by.actor()));
  }

  private void begin(Case matter, Waiting waiting, Actor by) {
    if (waiting.words().isBlank()) {
      throw new Refusal("words", "cases.refusal.no-wait-words");
    }
    Instant latest = access.now().plus(Rhythm.LONGEST_WAIT);
    if (waiting.lookAt().isAfter(latest)) {
      throw new Refusal("by", "cases.refusal.wait-too-long", latest);
    }
    List<Promise> before = looks(matter);
    long wait = rows.begin(matter, waiting, by);
    before.forEach(look -> promises.keep(look.id(), Subject.of("waiting", wait), by));
    mailCases.point(matter);
    access.tell("case.waits", matter, by, Map.of("waiting", wait, "whom", waiting.whom()));
  }

  /**
   * It has come, or need not come any more: it is our turn. When nothing else is owed, we look
   * again within the time for an answer.
   *
   * @throws Refusal when nobody is waited for
   */
  public void end(long id, Viewer by) {
    access.work(id, Permission.WORK_CASE, by, matter -> end(matter, by.actor()));
  }

  private void end(Case matter, Actor by) {
    CaseFile.Wait wait =
        rows.standing(matter.id()).orElseThrow(() -> new Refusal("", "cases.refusal.not-waiting"));
    Subject evidence = Subject.of("waiting", wait.id());
    rows.of(matter.id()).stream()
        .filter(CaseFile.Wait::stands)
        .forEach(w -> promises.keep(w.promiseId(), evidence, by));
    mailCases.lookSoon(matter);
    mailCases.point(matter);
    access.tell("case.wait_ended", matter, by, Map.of("waiting", wait.id()));
  }

  private List<Promise> looks(Case matter) {
    Set<Long> meant = mailCases.meant(matter);
    return promises.about(matter.asSubject()).stream()
        .filter(p -> p.kind() == Promise.Kind.LOOK && !meant.contains(p.id()))
        .filter(p -> p.owed() || (p.broken() && p.moments().madeGoodAt() == null))
        .toList();
  }
}
