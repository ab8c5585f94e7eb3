package amends.cases.web;

import amends.shared.api.Say;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What programs may ask and send about bookings. */
final class BookingAsks {
  private BookingAsks() {}

  /** Which bookings. */
  record BookingFilter(
      @Say(value = "Of this number in your system.", example = "V-2041")
          @Nullable String externalId,
      @Say(value = "Our number of the customer.", example = "17") @Nullable Long customerId,
      @Say("Only those that are neither done nor cancelled.") @Nullable Boolean open) {}

  /** A list of bookings. */
  record BookingsSent(
      @Say(value = "Up to two hundred.", least = 1, most = 200) List<NewBookingJson> items) {}

  /** A visit, a delivery or the like, as your system knows it. */
  record NewBookingJson(
      @Say(value = "Its number in your system.", example = "V-2041", least = 1, most = 500)
          String externalId,
      @Say(
              value = "What kind it is.",
              example = "booking",
              oneOf = {"booking", "delivery"})
          @Nullable String kind,
      @Say(value = "Our number of the customer; else give the other.", example = "17")
          @Nullable Long customerId,
      @Say(value = "The customer's number in your system.", example = "C-20417", most = 100)
          @Nullable String customerExternalId,
      @Say(value = "Who answers for it: team:2 or person:7.", example = "team:1", least = 1)
          String owner,
      @Say("Whether that person has accepted; else they are asked first. Left out: they have.")
          @Nullable Boolean accepted,
      @Say(value = "The order's number, as the customer sees it.", example = "A-1001", most = 100)
          @Nullable String order,
      @Say(
              value = "What the customer was promised.",
              example = "The fitter comes",
              least = 1,
              most = 500)
          String words,
      @Say(value = "What makes it certain.", example = "van 7, second slot", most = 500)
          @Nullable String basis,
      @Say(value = "Where it happens.", example = "12 Mill Lane", most = 500)
          @Nullable String place,
      @Say(
              value = "By when; left out where it begins with something.",
              example = "2026-05-13T15:00:00Z",
              refusedAs = "due_at")
          @Nullable Instant dueAt,
      @Say("What it begins with, in place of a moment: nothing is promised until that has come.")
          @Nullable BeginJson begins,
      @Say(
              "Whether the customer agreed to this moment where you keep it. Else a moment that"
                  + " differs puts the promise in danger until they were told.")
          @Nullable Boolean agreed,
      @Say(value = "When it was done: this keeps the promise.", example = "2026-05-13T14:20:00Z")
          @Nullable Instant doneAt,
      @Say(
              value = "Who cancelled it; left out while it stands.",
              oneOf = {"customer", "us"})
          @Nullable String cancelledBy) {}

  /** What it begins with. */
  record BeginJson(
      @Say(
              value = "As the customer reads it.",
              example = "your parcel has arrived",
              least = 1,
              most = 500)
          String waitsFor,
      @Say(value = "How long after it, 0 to 400.", example = "5", least = 0) int amount,
      @Say(
              value = "hours, days or working_days of the customer.",
              example = "days",
              oneOf = {"hours", "days", "working_days"})
          String unit,
      @Say(
              value = "By when it is to have come; then a colleague looks what has become of it.",
              example = "2026-05-20T15:00:00Z",
              refusedAs = "expected_by")
          Instant expectedBy) {}

  /** What it waits for has come. */
  record BegunJson(
      @Say(value = "When; not in the future.", example = "2026-05-12T15:00:00Z", refusedAs = "at")
          Instant at) {}

  /** What was ordered has arrived. */
  record ArrivalJson(
      @Say(value = "The order's number, as the customer sees it.", example = "A-1001", least = 1)
          String order,
      @Say(value = "When; not in the future.", example = "2026-05-12T15:00:00Z", refusedAs = "at")
          Instant at) {}

  /** It was done. */
  record DoneJson(
      @Say(value = "What shows it.", example = "Signed for by R. Adeyemi", least = 1, most = 500)
          String shownBy) {}
}
