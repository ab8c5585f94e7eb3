package amends.promises;

import amends.staff.Absence;
import amends.staff.AbsenceRecorded;
import amends.staff.Absences;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Somebody is away: whatever they owe in that time is in danger from now on, and no longer once
 * they are back or do not go. The end of a shift is no danger: what falls due is handed over.
 */
@Component
final class Aways {
  private final Risks risks;
  private final Absences absences;

  Aways(Risks risks, Absences absences) {
    this.risks = risks;
    this.absences = absences;
  }

  @EventListener
  void on(AbsenceRecorded event) {
    Absence absence = event.absence();
    risks.clear(Risks.Kind.ABSENCE, absence.id());
    boolean stands = absences.of(absence.personId()).stream().anyMatch(a -> a.id() == absence.id());
    if (stands && absence.kind() != Absence.Kind.SHIFT) {
      risks.awayFrom(
          absence.personId(),
          absence.from(),
          absence.until(),
          new Risks.Cause(Risks.Kind.ABSENCE, absence.id(), ""),
          event.by());
    }
  }
}
