package amends.cases.web;

import amends.cases.BookingDesk.Line;
import amends.promises.Begin;
import amends.promises.Booked;
import amends.promises.BookingSheet;
import amends.shared.api.Say;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A booking as programs read one. */
record BookingJson(
    @Say(value = "Our number.", example = "5") long id,
    @Say(value = "Its number in your system.", example = "V-2041") String externalId,
    @Say(value = "booking or delivery.", example = "booking") String kind,
    @Say(value = "Our number of the customer.", example = "17") long customerId,
    @Say(value = "What the customer was promised.", example = "The fitter comes") String words,
    @Say("What makes it certain; may be empty.") String basis,
    @Say("Where it happens; may be empty.") String place,
    @Say(value = "By when, as it stands where it was agreed.", example = "2026-05-13T15:00:00Z")
        Instant dueAt,
    @Say("By when the customer counts on it; null while nothing is promised.")
        @Nullable Instant promisedFor,
    @Say(
            value = "waiting, asked, owed, danger, kept, broken, released, done or cancelled.",
            example = "owed")
        String state,
    @Say("The promise that stands for it now; null while somebody has to accept it.")
        @Nullable Long promiseId,
    @Say("The case that its promise goes on in; null where there is none.") @Nullable Long caseId,
    @Say("The person who does it; null when a team does.") @Nullable Long ownerId,
    @Say("The team that answers for it.") long teamId,
    @Say("When it was done; null when it was not.") @Nullable Instant doneAt,
    @Say("When it was cancelled; null when it was not.") @Nullable Instant cancelledAt,
    @Say("What it begins with; null where its moment was known.")
        BookingAsks.@Nullable BeginJson begins,
    @Say("When that came; null while it waits.") @Nullable Instant metAt,
    @Say("When its number was given to another customer's booking; null while it is this one's.")
        @Nullable Instant passedOnAt) {

  static BookingJson of(Line line) {
    BookingSheet sheet = line.booking().sheet();
    return new BookingJson(
        line.booking().id(),
        sheet.externalId(),
        sheet.kind(),
        sheet.customerId(),
        sheet.words(),
        sheet.basis(),
        sheet.place(),
        sheet.dueAt(),
        line.promisedAt(),
        line.state(),
        line.booking().promiseId(),
        line.caseId(),
        sheet.whose().person(),
        sheet.whose().team(),
        sheet.fate().doneAt(),
        line.booking().cancelledAt(),
        begins(sheet.begin()),
        line.booking().metAt(),
        line.booking().passedOnAt());
  }

  private static BookingAsks.@Nullable BeginJson begins(@Nullable Begin begin) {
    return begin == null
        ? null
        : new BookingAsks.BeginJson(
            begin.waitsFor(),
            begin.after().amount(),
            begin.after().unit().code(),
            begin.expectedBy());
  }

  /** What began. */
  record ArrivedJson(@Say(value = "How many promises began.", example = "1") int begun) {}

  /** What became of a list. */
  record BookingsTakenJson(@Say("In the order of the list.") List<BookedJson> items) {}

  /** What became of one entry. */
  record BookedJson(
      @Say("What was done.") Booked.What result,
      @Say("Our number; null when it was refused.") @Nullable Long id,
      @Say("Why it was refused; null when it was taken.") @Nullable String reason) {}
}
