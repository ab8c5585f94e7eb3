package amends.cases.web;

import amends.cases.live.Presences.Present;
import amends.shared.page.Badge;
import amends.shared.page.Clock;
import amends.shared.page.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case. Template {@code cases/case.jte}.
 *
 * <pre>
 * GET  /cases/{id}?compose=reply|note|statement|call   this page
 * GET  /cases/{id}/settlement, /owner, /follow-ups, /closure, /reopening, /waiting,
 *     /waiting/end   the pages of the acts
 * </pre>
 *
 * The forms of the composer are listed at {@link Composer}.
 *
 * @param days everything that happened, oldest first
 */
public record CaseView(
    Page page,
    Head head,
    List<Step> steps,
    List<Day> days,
    Composer composer,
    Side side,
    Acts acts,
    Here here) {

  /** Without anybody else, and nothing to take back. */
  public CaseView(
      Page page,
      Head head,
      List<Step> steps,
      List<Day> days,
      Composer composer,
      Side side,
      Acts acts) {
    this(
        page,
        head,
        steps,
        days,
        composer,
        side,
        acts,
        new Here(List.of(), List.of(), List.of(), List.of()));
  }

  /**
   * What is so just now.
   *
   * @param others who else has the case open
   * @param meant what colleagues mean to look at again, the earliest first
   * @param undos what the viewer did that has not left yet, the last first
   * @param rules what stands in the place of the usual contact, a sentence each
   */
  public record Here(
      List<Present> others, List<Undo> undos, List<Meant> meant, List<String> rules) {}

  /**
   * What a colleague means to look at again.
   *
   * @param link to say that somebody has looked
   */
  public record Meant(String words, String link) {}

  /**
   * @param until when it leaves
   * @param words what it is
   */
  public record Undo(String id, String link, Instant until, String words) {}

  /**
   * What the case is, at its top.
   *
   * @param number as people say it: "4127"
   * @param mood as in the queue; null when nothing says so
   * @param asks what they ask for: "a new machine, or her money back"; null when they did not say
   * @param owned whose it is: "Yours since Saturday", "Nobody owns it yet"
   * @param state open, settled, closed
   * @param outcome code of the outcome once settled; null before
   * @param clock the next moment; null once closed
   * @param dueAt the next moment, short: "14:30"; null once closed
   * @param moves where the next moment can be moved; null when it cannot
   * @param waiting for whom we wait, for what, and when we look; null when nobody is waited for
   * @param back the view of the queue to go back to
   */
  public record Head(
      long id,
      String number,
      String subject,
      String customer,
      @Nullable String mood,
      @Nullable String asks,
      String owned,
      String state,
      @Nullable String outcome,
      @Nullable Clock clock,
      @Nullable String dueAt,
      @Nullable String moves,
      @Nullable String waiting,
      List<Badge> badges,
      QueueView.View back) {}

  /**
   * One of the six steps, from evidence and never from ticks.
   *
   * @param code listen, apologise, empathise, own, turn, follow
   * @param state done, next, open
   * @param evidence what shows it, or what is missing
   */
  public record Step(String code, String state, String evidence) {}

  /** One day of the timeline, in the viewer's zone. */
  public record Day(String words, List<Entry> entries) {}

  /**
   * What may be done now; each is a link to a page with a form.
   *
   * @param handOver and everything else that is work on the case
   * @param followUp a follow-up is owed or may be recorded
   * @param close offered only when nothing is owed any more
   * @param waits somebody may be waited for
   * @param waitOver somebody is waited for
   */
  public record Acts(
      boolean settle,
      boolean handOver,
      boolean followUp,
      boolean close,
      boolean reopen,
      boolean waits,
      boolean waitOver) {}
}
