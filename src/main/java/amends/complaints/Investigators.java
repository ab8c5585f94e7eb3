package amends.complaints;

import amends.cases.Case;
import amends.journal.Journal;
import amends.staff.Person;
import amends.staff.Staff;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who may look into a complaint: colleagues who may know of the case and had no hand in it before
 * the complaint came.
 */
@Component
public final class Investigators {
  private final Staff staff;
  private final Journal journal;

  Investigators(Staff staff, Journal journal) {
    this.staff = staff;
    this.journal = journal;
  }

  /** The people who did anything in the case before this moment, by what the journal says. */
  public Set<Long> involved(Case matter, Instant received) {
    Set<Long> involved = new HashSet<>();
    journal.history(matter.asSubject()).stream()
        .filter(entry -> entry.at().isBefore(received) && entry.actor().isPerson())
        .forEach(entry -> involved.add(entry.actor().id()));
    return involved;
  }

  /** Those to choose from, by name. */
  public List<Person> free(Case matter, Instant received) {
    Set<Long> involved = involved(matter, received);
    Set<Long> named = matter.named();
    return staff.people().stream()
        .filter(Person::active)
        .filter(person -> !involved.contains(person.id()))
        .filter(person -> named == null || named.contains(person.id()))
        .toList();
  }
}
