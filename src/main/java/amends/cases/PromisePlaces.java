package amends.cases;

import amends.promises.Booking;
import amends.promises.Promise;
import amends.shared.Subject;
import amends.staff.Scope;
import amends.staff.Viewer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Where promises stand: in cases, or with what was agreed elsewhere. */
@Component
record PromisePlaces(CaseRows rows, BookedCases booked) {
  /**
   * @param caseId 0 where it is no case
   */
  record Stood(
      Subject about,
      long caseId,
      String subject,
      long customer,
      long brand,
      Scope scope,
      boolean restricted) {}

  List<Stood> of(List<Promise> promises) {
    return Stream.concat(
            rows.all(ids(promises, "case")).stream().map(PromisePlaces::stood),
            booked.bookings().all(ids(promises, "booking")).stream().map(PromisePlaces::stood))
        .toList();
  }

  /** In a case from now on; joins the caller's act. */
  long opened(Promise promise, String why, Viewer by) {
    return booked.open(promise, why, by).id();
  }

  private static Set<Long> ids(List<Promise> promises, String kind) {
    return promises.stream()
        .filter(p -> p.about().kind().equals(kind))
        .map(p -> p.about().id())
        .collect(Collectors.toSet());
  }

  private static Stood stood(Case matter) {
    return new Stood(
        matter.asSubject(),
        matter.id(),
        matter.subject(),
        matter.customerId(),
        matter.brandId(),
        matter.scope(),
        matter.restricted());
  }

  static Scope scope(Booking booking) {
    var whose = booking.sheet().whose();
    return Scope.of(whose.person(), whose.team(), whose.brand());
  }

  private static Stood stood(Booking booking) {
    return new Stood(
        booking.asSubject(),
        0,
        booking.sheet().words(),
        booking.sheet().customerId(),
        booking.sheet().whose().brand(),
        scope(booking),
        false);
  }
}
