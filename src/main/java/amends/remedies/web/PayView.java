package amends.remedies.web;

import amends.shared.page.Choice;
import amends.shared.page.Clock;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is paid, sent and done. Each page is a record of its own; templates {@code
 * remedies/pay*.jte}.
 *
 * <pre>
 * GET  /payments?after=…                    what people have to do
 * GET  /payments/tasks.csv                  the same as a file
 * GET  /payments/tasks.ics                  the same as a calendar
 * GET  /payments/grants/{id}                how a grant is done
 * POST /payments/grants/{id}/done           evidence, their, day
 * POST /payments/grants/{id}/elsewhere      evidence, their, day
 * POST /payments/grants/{id}/undone         seen
 * POST /payments/grants/{id}/again          payment
 * POST /payments/grants/{id}/unit           serial
 * POST /payments/grants/{id}/shipped        tracking
 * POST /payments/grants/{id}/stop           reason, shows
 * POST /payments/grants/{id}/stop/answer    answer
 * POST /payments/grants/{id}/stop/decision  decision = uphold or lift, words, heard
 * POST /payments/grants/{id}/back           came
 * GET  /payments/ledger                     connection
 * POST /payments/ledger/{id}/look           their
 * POST /payments/ledger/{id}/match          their, grant, evidence
 * GET  /payments/stock
 * POST /payments/stock                      product, serials
 * </pre>
 */
public sealed interface PayView {
  Page page();

  /**
   * What people have to do.
   *
   * @param more to what comes behind these; null when this is all
   */
  record Tasks(Page page, List<Line> lines, @Nullable String more) implements PayView {}

  /**
   * One thing to do.
   *
   * @param what what is done, in a word
   * @param title the amount or the remedy, and for whom
   * @param details the unit, the payment, how long it waits
   * @param clock when the customer was told that it is there; null when they were told nothing
   */
  record Line(
      String what, String title, List<String> details, @Nullable Clock clock, String link) {}

  /**
   * How one grant is done.
   *
   * @param unit what is sent; "" while none is chosen
   * @param payment the payment that it goes back to, as far as it is known
   * @param person why a person has to look; "" when nobody has to
   * @param may what the viewer may do now, by codes: done, elsewhere, undone, again, unit, ship,
   *     stop, answer, decide, back
   * @param patterns what was noticed about it, with where it is looked into; for few
   * @param note why something is not offered; "" for nothing
   */
  record Grant(
      Page page,
      long grantId,
      String matterLink,
      String matter,
      String title,
      String unit,
      String payment,
      List<Try> tries,
      String person,
      List<String> may,
      String note,
      List<Choice> reasons,
      @Nullable Stopped stopped,
      List<Choice> patterns,
      Form form,
      String act)
      implements PayView {
    /** Acts whose form goes by another code among what may be done. */
    private static final Map<String, String> FORMS =
        Map.of("shipped", "ship", "not-done", "undone");

    private static final List<String> WORDS =
        List.of(
            "evidence",
            "their",
            "seen",
            "payment",
            "serial",
            "tracking",
            "answer",
            "words",
            "came",
            "shows");

    public boolean can(String what) {
      return may.contains(what);
    }

    /**
     * Why an act was refused whose form is not offered any more, as when somebody else was quicker;
     * "" when nothing was, or the form says it.
     */
    public String tooLate() {
      boolean waits = act.equals("decide") && stopped != null && !stopped.notYet().isEmpty();
      boolean offered = can(FORMS.getOrDefault(act, act)) && !waits;
      return offered ? "" : form.errors().values().stream().findFirst().orElse("");
    }

    /** What was typed into that form: it stays to be read, and copied. */
    public List<String> typed() {
      return WORDS.stream().map(form::value).filter(words -> !words.isBlank()).toList();
    }
  }

  /** One try. */
  record Try(String state, String stateWords, String by, List<String> details, String trouble) {}

  /**
   * A stop.
   *
   * @param told how the customer was told
   * @param answer what they say; "" until they said something
   * @param decided what was decided; "" while nothing was
   * @param heard up to when the answer is read, for whoever decides
   * @param notYet why it cannot be decided yet; "" when it can
   */
  record Stopped(
      String title,
      String reason,
      String evidence,
      String told,
      String answer,
      String decided,
      String words,
      String notYet,
      String heard,
      String back) {}

  /**
   * Both ledgers.
   *
   * @param chosen the connection that is shown; 0 when there is none
   * @param read when theirs was read, or why it was not
   */
  record Ledger(
      Page page,
      List<Choice> connections,
      long chosen,
      String name,
      String read,
      String trouble,
      String agreed,
      List<LedgerLine> differs,
      List<LedgerLine> theirs,
      List<LedgerLine> ours,
      Form form)
      implements PayView {}

  /**
   * One line that does not agree.
   *
   * @param their their number; "" when they have nothing
   * @param grant its page; "" when we have nothing
   */
  record LedgerLine(
      String their,
      String theirs,
      String ours,
      String grant,
      String grantLink,
      String when,
      String reference,
      boolean lost) {}

  /** What lies in the stock. */
  record Stock(Page page, List<StockLine> lines, Form form) implements PayView {}

  /** A product's. */
  record StockLine(String product, String count) {}

  /**
   * Who pays and sends.
   *
   * <pre>
   * GET  /payments/connections
   * POST /payments/connections             kind, name, url, account, secret, hook_secret
   * GET  /payments/connections/{id}
   * POST /payments/connections/{id}        the same fields; an empty secret keeps the old one
   * POST /payments/connections/{id}/test   (no fields)
   * POST /payments/connections/{id}/switch on = yes or nothing
   * POST /payments/routes                  what, remedy, brand, currency, connection
   * POST /payments/routes/{id}/end         (no fields)
   * </pre>
   *
   * @param one the one that is looked after; null on the page of all
   * @param act the form that was refused; "" for none
   */
  record Connections(
      Page page,
      List<ConnectionLine> lines,
      List<RouteLine> routes,
      List<Choice> kinds,
      Choices choices,
      @Nullable One one,
      Form form,
      String act)
      implements PayView {}

  /** What a route is put together from. */
  record Choices(
      List<Choice> what, List<Choice> remedies, List<Choice> brands, List<Choice> connections) {}

  /** One connection in a line. */
  record ConnectionLine(
      long id, String name, String what, String state, String stateWords, String trouble) {}

  /** One route in words. */
  record RouteLine(long id, String words) {}

  /** One connection on its page; {@code hook} where it calls us. */
  record One(long id, String name, String kind, boolean on, String hook, String trouble) {}
}
