package amends.portal.web;

import amends.portal.Confirmation;
import amends.shared.Refusal;
import amends.time.ByWhen;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a colleague typed to confirm who speaks for a customer. */
final class Confirming {
  private Confirming() {}

  /**
   * @throws Refusal of the fields {@code by} and {@code until} when they are no moment ahead
   */
  static Confirmation of(DeskDoor.Visit visit) {
    Instant review = moment(visit, "by");
    if (review == null) {
      throw new Refusal("by", "cases.people.refusal.review");
    }
    return new Confirmation(
        visit.field("who"),
        visit.field("reach"),
        visit.field("affiliation"),
        visit.field("evidence"),
        visit.field("scope"),
        visit.field("may").equals("decide"),
        visit.field("manner").equals("instead"),
        visit.field("all").equals("yes"),
        review,
        moment(visit, "until"));
  }

  private static @Nullable Instant moment(DeskDoor.Visit visit, String field) {
    String typed = visit.field(field);
    return typed.isBlank() ? null : ByWhen.read(field, typed, visit.page().t(), visit.page().now());
  }
}
