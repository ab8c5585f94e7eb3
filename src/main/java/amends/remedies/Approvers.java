package amends.remedies;

import amends.shared.Money;
import amends.staff.Absences;
import amends.staff.Leads;
import amends.staff.Person;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who is asked: the nearest lead or manager of the matter's team who is at work and whose own
 * authority is enough. Never whoever asks, and nobody who is the customer.
 */
@Component
final class Approvers {
  private final Leads leads;
  private final Staff staff;
  private final Absences absences;
  private final Counting counting;
  private final OwnCase ownCase;

  Approvers(Leads leads, Staff staff, Absences absences, Counting counting, OwnCase ownCase) {
    this.leads = leads;
    this.staff = staff;
    this.absences = absences;
    this.counting = counting;
    this.ownCase = ownCase;
  }

  /** The first who could answer now, and who stands in: at most two. */
  List<Long> of(Matter matter, Set<Remedy.Kind> kinds, Money amount, long asker, Instant now) {
    Set<Long> away = absences.absent(now);
    return leads.of(matter.teamId()).stream()
        .map(Person::id)
        .filter(id -> id != asker && !away.contains(id) && matter.mayKnow(id))
        .filter(id -> could(id, matter, kinds, amount, now))
        .limit(2)
        .toList();
  }

  private boolean could(long id, Matter matter, Set<Remedy.Kind> kinds, Money amount, Instant now) {
    Optional<Viewer> lead = staff.viewer(id);
    return lead.filter(viewer -> !ownCase.is(viewer.email(), matter.customerId()))
        .flatMap(viewer -> counting.room(viewer, matter, kinds, amount.currency(), now))
        .filter(room -> room.holds(amount))
        .isPresent();
  }
}
