package amends.remedies;

import amends.promises.Promise;
import amends.promises.Promises;
import amends.remedies.Approvers.Leave;
import amends.staff.Absence;
import amends.staff.Absences;
import amends.staff.Staff;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who answers a request when whoever was asked does not: the one who stands in, else the nearest
 * lead or manager whose own authority is enough. One at a time, and by when the customer was told.
 */
@Component
final class Successors {
  /** What is decided by then can be told by the moment that was promised. */
  static final Duration TO_TELL = Duration.ofMinutes(30);

  private final Crew crew;
  private final Approvers approvers;
  private final Matters matters;
  private final Worth worth;
  private final Promises promises;

  Successors(Crew crew, Approvers approvers, Matters matters, Worth worth, Promises promises) {
    this.crew = crew;
    this.approvers = approvers;
    this.matters = matters;
    this.worth = worth;
    this.promises = promises;
  }

  /** Who is at work. */
  @Component
  record Crew(Staff staff, Absences absences) {
    boolean isThere(long person, Instant now) {
      return !hasLeft(person) && !absences.isAbsent(person, now);
    }

    boolean hasLeft(long person) {
      return staff.viewer(person).isEmpty();
    }
  }

  Crew crew() {
    return crew;
  }

  /** From when on somebody is away next; empty when nothing is known of it. */
  Optional<Instant> leaves(long person, Instant now) {
    return crew.absences().of(person).stream()
        .map(Absence::from)
        .filter(from -> from.isAfter(now))
        .min(Instant::compareTo);
  }

  /**
   * @param standIn who was named to stand in; null when nobody was, or they were asked already
   */
  Optional<Long> of(Request request, @Nullable Long standIn, Instant now) {
    Optional<Matter> matter = matters.find(request.about());
    if (matter.isEmpty()) {
      return Optional.empty();
    }
    if (standIn != null && crew.isThere(standIn, now) && matter.get().mayKnow(standIn)) {
      return Optional.of(standIn);
    }
    Set<Remedy.Kind> kinds = worth.kinds(request.wanted().remedyId());
    Leave leave = new Leave(kinds, request.amount(), request.askedBy());
    return approvers.of(matter.get(), leave, now).stream()
        .filter(person -> person != request.approver())
        .findFirst();
  }

  /** The last moment at which an answer still comes in time for what the customer was told. */
  Instant deadline(Request request, Instant now) {
    Promise told = told(request);
    Instant heard = told == null || !told.owed() ? null : told.dueAt();
    if (heard != null && heard.minus(TO_TELL).isAfter(now)) {
      return heard.minus(TO_TELL);
    }
    if (request.dueAt().isAfter(now)) {
      return request.dueAt();
    }
    return heard != null && heard.isAfter(now)
        ? heard
        : now.plus(Duration.between(request.askedAt(), request.dueAt()));
  }

  /** The promise to tell them, as it stands when it was moved. */
  private @Nullable Promise told(Request request) {
    Long id = request.promiseId();
    if (id == null) {
      return null;
    }
    Promise told = promises.promise(id);
    for (Promise later : promises.about(request.about())) {
      Long before = later.followsId();
      told = before != null && before == told.id() ? later : told;
    }
    return told;
  }
}
