package amends.cases.web;

import amends.shared.page.Clock;
import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moments due, by day. Template {@code cases/agenda.jte}.
 *
 * <pre>
 * GET /calendar?who=me|team&amp;from=2026-05-12   seven days from that one on
 * </pre>
 *
 * @param late due before the first day and still owed
 * @param earlier link to the week before; null when this one begins today
 * @param full whether there are more than are shown
 */
public record AgendaView(
    Page page,
    String who,
    String span,
    List<Moment> late,
    List<Day> days,
    @Nullable String earlier,
    String later,
    boolean full) {

  /**
   * One day in the viewer's zone.
   *
   * @param busiest "Most at 14:00: 5"; "" for a day without moments
   * @param bars one for each hour with moments
   */
  public record Day(
      String words, boolean today, String busiest, List<Bar> bars, List<Moment> moments) {}

  /** One hour of a day, in a picture of 24 by 10. */
  public record Bar(int hour, int height) {
    public int top() {
      return 10 - height;
    }
  }

  /**
   * @param at "14:30"; with the day for what is late
   */
  public record Moment(
      long caseId, String at, Clock.State state, String customer, String words, String owner) {}

  public int total() {
    return late.size() + days.stream().mapToInt(day -> day.moments().size()).sum();
  }
}
