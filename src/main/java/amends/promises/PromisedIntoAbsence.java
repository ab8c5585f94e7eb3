package amends.promises;

import amends.staff.Absence;
import amends.staff.Absences;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A promise that is made later to be kept by somebody who is known to be away is in danger too. */
@Component
final class PromisedIntoAbsence {
  private final Risks risks;
  private final Absences absences;

  PromisedIntoAbsence(Risks risks, Absences absences) {
    this.risks = risks;
    this.absences = absences;
  }

  @EventListener
  void on(PromiseMade event) {
    Promise made = event.promise();
    Long person = made.owner().person();
    if (person == null || made.kind() == Promise.Kind.LOOK) {
      return;
    }
    absences.of(person).stream()
        .filter(a -> a.kind() != Absence.Kind.SHIFT)
        .filter(a -> made.dueAt().isAfter(a.from()) && !made.dueAt().isAfter(a.until()))
        .forEach(a ->
            risks.raise(made.id(), new Risks.Cause(Risks.Kind.ABSENCE, a.id(), ""), made.madeBy()));
  }
}
