package amends.messages.web;

import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * What colleagues carry: calls, letters, notes. Template {@code messages/outbound.jte}.
 *
 * <pre>
 * GET  /outbound                       find = the number on a letter
 * POST /outbound/{id}/call             outcome (reached|no_answer|wrong_number), minutes, said
 * POST /outbound/{id}/posted           (no fields)
 * POST /outbound/{id}/returned         why
 * GET  /outbound/{id}/letter           the letter as PDF
 * POST /outbound/runs                  (no fields)  prints what waits
 * POST /outbound/many/{id}/runs        (no fields)  prints the next letters of a broadcast
 * GET  /outbound/runs/{id}             the manifest of a print run
 * GET  /outbound/runs/{id}/letters     its letters as one PDF
 * POST /outbound/runs/{id}/posted      (no fields)
 * </pre>
 *
 * @param found what the number named; null when none was asked for
 * @param form of the task that was refused; it names it in the field {@code task}
 * @param run the number of the print run that the page is of; 0 for none
 */
public record OutboundView(
    Page page,
    List<Task> calls,
    List<Task> letters,
    List<Task> notes,
    List<Pile> piles,
    List<Run> runs,
    List<Task> found,
    Form form,
    long run) {

  /** The page of one print run. */
  OutboundView of(long number) {
    return new OutboundView(page, calls, letters, notes, piles, runs, found, form, number);
  }

  public boolean nothing() {
    return calls.isEmpty() && letters.isEmpty() && notes.isEmpty() && piles.isEmpty();
  }

  public long toPrint() {
    return letters.stream().filter(l -> l.ready() && l.run() == 0).count();
  }

  /** How many letters of the print run must not be posted any more. */
  public long stopped() {
    return found.stream().filter(Task::stopped).count();
  }

  /**
   * Letters to many, a broadcast a line.
   *
   * @param next how many the next print run takes; 0 for none
   */
  public record Pile(long id, String subject, String how, int next) {}

  /**
   * One of them.
   *
   * @param to the number, or the lines of the address
   * @param from when it may be done, in words; "" when now
   * @param state how it is with it, in words; "" while it waits
   * @param stopped it must not go any more
   * @param takeDown where it becomes a case what they say when called; "" where it has one
   * @param run the print run; 0 for none
   */
  public record Task(
      long id,
      String medium,
      String customer,
      String matter,
      String link,
      List<String> to,
      String words,
      String reference,
      String from,
      boolean ready,
      String state,
      boolean open,
      boolean stopped,
      String takeDown,
      long run) {}

  /** A print run. */
  public record Run(long id, String words) {}
}
