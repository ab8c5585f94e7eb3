package amends.cases;

import amends.promises.NewPromise;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What a colleague means to look at again on a day, for a reason. It outlives a customer's "thanks,
 * OK", a reply and the settlement, and keeps the case open: only a look ends it, with a word.
 */
@Component
public final class Intentions {
  private final Access access;
  private final IntentionRows rows;
  private final Promises promises;
  private final MailCases mailCases;
  private final Tellings tellings;

  Intentions(
      Access access,
      IntentionRows rows,
      Promises promises,
      MailCases mailCases,
      Tellings tellings) {
    this.access = access;
    this.rows = rows;
    this.promises = promises;
    this.mailCases = mailCases;
    this.tellings = tellings;
  }

  /** Those that stand in a case, the earliest first; give a case that the viewer may see. */
  public List<Promise> standing(long caseId) {
    Set<Long> standing = rows.standing(caseId);
    return standing.isEmpty()
        ? List.of()
        : promises.about(Case.subject(caseId)).stream()
            .filter(p -> standing.contains(p.id()))
            .sorted(Comparator.comparing(Promise::dueAt))
            .toList();
  }

  /**
   * Means to look again.
   *
   * @throws Refusal without words, for a moment that does not lie ahead, or in a closed case
   */
  public void mean(long caseId, String words, Instant lookAt, Viewer by) {
    if (words.isBlank()) {
      throw new Refusal("words", "cases.refusal.no-intention");
    }
    access.work(
        caseId,
        Permission.WORK_CASE,
        by,
        matter -> {
          Promise look =
              promises.make(
                  new NewPromise(
                      matter.asSubject(),
                      matter.customerId(),
                      Promise.Kind.LOOK,
                      words,
                      lookAt,
                      matter.promiser(),
                      by.actor()));
          rows.add(look.id());
          mailCases.point(matter);
          access.tell("case.intended", matter, by.actor(), Map.of("promise", look.id()));
        });
  }

  /**
   * Somebody has looked, and says what there was. When nothing else is owed, we look again within
   * the time for an answer.
   *
   * @throws NotFound when no such intention stands in the case
   * @throws Refusal without a word
   */
  public void looked(long caseId, long promiseId, String words, Viewer by) {
    access.work(
        caseId,
        Permission.WORK_CASE,
        by,
        matter -> {
          if (!rows.standing(caseId).contains(promiseId)) {
            throw new NotFound(Subject.of("promise", promiseId));
          }
          long note = tellings.noted(matter, words, by);
          rows.ended(promiseId, note);
          promises.keep(promiseId, Subject.of("note", note), by.actor());
          mailCases.lookSoon(matter);
          mailCases.point(matter);
          access.tell("case.looked", matter, by.actor(), Map.of("promise", promiseId));
        });
  }
}
