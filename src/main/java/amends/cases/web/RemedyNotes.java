package amends.cases.web;

import amends.remedies.Fairness;
import amends.remedies.Remedy;
import amends.remedies.Ruling;
import amends.remedies.Safe;
import amends.remedies.Wanted;
import amends.shared.Money;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What whoever gives should know: the decision, what was given before, like cases. */
@Component
final class RemedyNotes {
  private static final int SPREAD = 5;

  private final RemedyWords words;
  private final RemedyReach reach;
  private final GivenHere given;

  RemedyNotes(RemedyWords words, RemedyReach reach, GivenHere given) {
    this.words = words;
    this.reach = reach;
    this.given = given;
  }

  /** What is decided, or what has to be told before it can be. */
  String ruling(Ask ask, RemedyLook.Seen seen) {
    Voice t = ask.page().t();
    Ruling ruling = seen.ruling();
    Refusal missing = seen.missing();
    return ruling != null
        ? words.ruling(t, ask.page().now(), ruling)
        : missing == null ? "" : t.say(missing);
  }

  List<String> of(Ask ask, RemedySheets.Giving giving, Wanted wanted, Safe safe) {
    Voice t = ask.page().t();
    Remedy remedy = giving.remedy();
    List<String> notes = new ArrayList<>(given.of(ask, giving.matter()));
    Fairness.Like like = reach.like(wanted.cause(), wanted.severity(), giving.currency());
    if (like.count() > 0) {
      notes.add(t.say("cases.approvals.like", like(t, like)));
    }
    notes.add(remedy.in(t.locale()).means());
    if (!remedy.in(t.locale()).customerDoes().isBlank()) {
      notes.add(t.say("cases.remedy.does", remedy.in(t.locale()).customerDoes()));
    }
    notes.add(
        remedy.leadDays() > 0
            ? t.say("cases.remedy.lead.days", remedy.leadDays())
            : remedy.leadHours() > 0
                ? t.say("cases.remedy.lead.hours", remedy.leadHours())
                : t.say("cases.remedy.lead.now"));
    if (safe instanceof Safe.Warned) {
      notes.addAll(RemedyWords.hazards(t, safe));
    }
    return notes;
  }

  /** The spread is told once there are enough of them to have one. */
  static String like(Voice t, Fairness.Like like) {
    if (like.count() < SPREAD) {
      return t.say(
          "cases.remedies.like.row.few", money(t, like.median(), like.currency()), like.count());
    }
    return t.say(
        "cases.remedies.like.row",
        money(t, like.median(), like.currency()),
        String.valueOf(like.count()),
        money(t, like.lower(), like.currency()),
        money(t, like.upper(), like.currency()));
  }

  private static String money(Voice t, long minor, String currency) {
    return RemedyWords.money(t, new Money(minor, currency));
  }

  /** Who decides, and what the customer is promised meanwhile. */
  RemedyView.@Nullable Asking asking(Ask ask, String customer, @Nullable Ruling ruling) {
    if (!(ruling instanceof Ruling.Above above)) {
      return null;
    }
    Voice t = ask.page().t();
    Long standIn = above.standIn();
    String who = words.person(t, above.approver());
    return new RemedyView.Asking(
        t.say("cases.remedy.asking", who, t.moment(above.dueAt()))
            + (standIn == null
                ? ""
                : " " + t.say("cases.remedy.asking.stand", who, words.person(t, standIn))),
        t.say("cases.remedy.asking.told", customer, t.moment(above.toldBy())));
  }

  /** "25.00", as it is typed. */
  static String plain(Money money) {
    return BigDecimal.valueOf(money.minor(), money.exponent()).toPlainString();
  }
}
