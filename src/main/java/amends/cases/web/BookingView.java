package amends.cases.web;

import amends.shared.page.Choice;
import amends.shared.page.Clock;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed elsewhere. Templates {@code cases/bookings.jte} and {@code cases/booking.jte}.
 *
 * <pre>
 * GET  /bookings               what is ahead, the next due first
 * POST /bookings               file or list, team
 * GET  /bookings/{id}          one of them
 * POST /bookings/{id}/done     shown
 * POST /bookings/{id}/begin    at
 * </pre>
 *
 * @param teams who answers where the list does not say it; empty where the viewer may hand in none
 * @param taken what became of a list that was handed in; null before
 */
public record BookingView(
    Page page, Form form, List<Row> rows, List<Choice> teams, @Nullable Taken taken) {
  /** One in the list. */
  public record Row(
      String link,
      String customer,
      String words,
      String owner,
      @Nullable Clock clock,
      String state,
      Instant due,
      String at) {}

  /**
   * What became of a list.
   *
   * @param said "12 new, 3 changed, 40 known already"
   * @param refused what could not be taken, a sentence each
   */
  public record Taken(String said, List<String> refused) {}

  /**
   * One of them on its own.
   *
   * @param notes what is not as it was promised, a sentence each
   * @param begins whether the viewer can say that what it waits for has come
   * @param missed standing promises that were not kept with it
   */
  public record One(
      Page page,
      Form form,
      long id,
      String words,
      String customer,
      String customerLink,
      @Nullable Clock clock,
      String state,
      List<Side.Fact> facts,
      List<String> notes,
      List<Missed> missed,
      @Nullable String tell,
      boolean works,
      boolean begins) {}

  /**
   * A standing promise that was not kept with it.
   *
   * @param link where its breach is told
   */
  public record Missed(String words, String then, String link) {}
}
