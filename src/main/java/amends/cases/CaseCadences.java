package amends.cases;

import amends.promises.Cadence;
import amends.promises.CadenceRule;
import amends.promises.CadenceWentOn;
import amends.promises.Cadences;
import amends.promises.ChangesOnly;
import amends.promises.Promise;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The rhythm in which the customer of a case hears, and in which we look ourselves. */
@Component
public final class CaseCadences {
  private final Access access;
  private final Cadences cadences;
  private final NextMoment nextMoment;
  private final MailCases mailCases;

  CaseCadences(Access access, Cadences cadences, NextMoment nextMoment, MailCases mailCases) {
    this.access = access;
    this.cadences = cadences;
    this.nextMoment = nextMoment;
    this.mailCases = mailCases;
  }

  /** Knows which customers want to hear only when something changes. */
  @Component
  record Wishes(OnlyChanges onlyChanges) implements ChangesOnly {
    @Override
    public boolean wanted(Subject about) {
      return about.kind().equals("case") && onlyChanges.since(about.id()).isPresent();
    }
  }

  /** Those that a case can have. */
  public List<CadenceRule> rules() {
    return cadences.rules().stream()
        .filter(rule -> rule.audience() != CadenceRule.Audience.PUBLIC)
        .toList();
  }

  /** Those of a case that the viewer may see, the newest first. */
  public List<Cadence> of(long id, Viewer viewer) {
    return cadences.of(access.see(id, viewer).asSubject());
  }

  public List<Cadence> running(Case matter) {
    return cadences.of(matter.asSubject()).stream().filter(Cadence::runs).toList();
  }

  /**
   * Starts a rhythm, in place of one for the same audience.
   *
   * @throws Refusal for a settled case: there the follow-up comes next
   */
  public Cadence start(long id, long ruleId, Viewer by) {
    return access
        .acts()
        .call(() -> {
          access.work(
              id,
              Permission.WORK_CASE,
              by,
              matter -> {
                if (matter.settled()) {
                  throw new Refusal("cadence", "cases.cadence.refuse.settled");
                }
                Subject about = matter.asSubject();
                cadences.start(ruleId, about, matter.customerId(), matter.promiser(), by.actor());
                nextMoment.point(id);
              });
          return cadences.of(Case.subject(id)).getFirst();
        });
  }

  /**
   * Ends one, with the reason why they need not hear in this rhythm any more.
   *
   * @throws Refusal without a reason
   */
  public void stop(long id, long cadenceId, String reason, Viewer by) {
    access.work(
        id,
        Permission.WORK_CASE,
        by,
        matter -> {
          Cadence cadence =
              running(matter).stream()
                  .filter(c -> c.id() == cadenceId)
                  .findFirst()
                  .orElseThrow(() -> new NotFound(Subject.of("cadence", cadenceId)));
          cadences.stop(cadence, reason, by.actor());
          mailCases.moveOn(matter);
          mailCases.point(matter);
        });
  }

  /** The next promise of a rhythm may be the next moment of its case. */
  @EventListener
  void on(CadenceWentOn event) {
    Promise next = event.next();
    Optional<Case> matter =
        next.about().kind().equals("case") ? access.find(next.about().id()) : Optional.empty();
    matter.filter(found -> !found.closed()).ifPresent(found -> nextMoment.point(found.id()));
  }
}
