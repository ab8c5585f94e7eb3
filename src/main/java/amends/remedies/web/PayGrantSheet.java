package amends.remedies.web;

import amends.remedies.Matter;
import amends.remedies.Suspicion;
import amends.remedies.Suspicions;
import amends.remedies.fulfilment.Attempt;
import amends.remedies.fulfilment.Attempt.State;
import amends.remedies.fulfilment.GrantDesk;
import amends.remedies.fulfilment.Order;
import amends.remedies.fulfilment.PayConnection;
import amends.remedies.fulfilment.PayConnections;
import amends.remedies.fulfilment.Reasons;
import amends.remedies.fulfilment.Stop;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the page of a grant's payment shows. */
@Component
final class PayGrantSheet {
  private final GrantDesk desk;
  private final PayConnections connections;
  private final PayWords words;
  private final Suspicions suspicions;

  PayGrantSheet(GrantDesk desk, PayConnections connections, PayWords words, Suspicions suspicions) {
    this.desk = desk;
    this.connections = connections;
    this.words = words;
    this.suspicions = suspicions;
  }

  ModelAndView shown(Page page, Viewer viewer, long grantId, Form form, String act) {
    GrantDesk.Seen seen = desk.see(grantId, viewer);
    Voice t = page.t();
    Order order = seen.order();
    Matter matter = seen.matter();
    Stop stop = seen.stop();
    return new ModelAndView(
        "remedies/paygrant",
        "v",
        new PayView.Grant(
            page,
            grantId,
            PayWords.link(matter),
            t.say("remedies.pay.order.crumb", String.valueOf(matter.about().id())),
            PayWords.title(t, order.money(), seen.kind())
                + " "
                + t.say("remedies.pay.order.to", words.customer(order.customerId())),
            seen.unitId() == null ? "" : words.unit(t, seen.unitId()),
            PayWords.theirs(order.reference()),
            order.attempts().reversed().stream().map(a -> one(page, a)).toList(),
            person(t, order),
            List.copyOf(seen.may()),
            seen.own() ? t.say("remedies.pay.task.own") : "",
            Arrays.stream(Stop.Reason.values())
                .map(r -> Choice.of(r.code(), t.say("remedies.stop.reason." + r.code())))
                .toList(),
            stop == null ? null : stopped(page, stop),
            suspicions.of(grantId, viewer).stream().map(s -> pattern(t, s)).toList(),
            form,
            act));
  }

  private static Choice pattern(Voice t, Suspicion suspicion) {
    return Choice.of(
        suspicion.lookedAt() == null ? "/remedies/patterns#pattern-" + suspicion.id() : "",
        t.say(
            "remedies.stop.pattern",
            t.say("remedies.suspicion." + suspicion.rule(), suspicion.found())));
  }

  private String person(Voice t, Order order) {
    Attempt last = order.last();
    if (last == null || last.byPeople() || last.state().isOver() || last.state() == State.DONE) {
      return "";
    }
    if (isOff(last)) {
      return t.say("remedies.pay.person.off");
    }
    if (last.state() != State.UNKNOWN) {
      return "";
    }
    String why = last.personWhy();
    return t.say(why == null ? "remedies.pay.unknown.words" : "remedies.pay.person." + why);
  }

  /** Nobody is asked what became of it any more. */
  private boolean isOff(Attempt attempt) {
    Long id = attempt.connectionId();
    return id != null && connections.find(id).filter(PayConnection::isOn).isEmpty();
  }

  private PayView.Try one(Page page, Attempt attempt) {
    Voice t = page.t();
    List<String> details = new ArrayList<>();
    details.add(t.say("remedies.pay.order.made", t.at(attempt.madeAt(), page.now())));
    Instant ended = attempt.outcomeAt();
    if (ended != null) {
      String when = t.at(ended, page.now());
      details.add(
          attempt.outcomeBy() == null
              ? t.say("remedies.pay.order.ended", when)
              : t.say("remedies.pay.order.ended.by", when, words.person(attempt.outcomeBy())));
    } else if (!attempt.byPeople() && attempt.state() != State.READY && !isOff(attempt)) {
      details.add(t.say("remedies.pay.order.next", t.at(attempt.readyAt(), page.now())));
    }
    if (attempt.elsewhere()) {
      details.add(t.say("remedies.pay.order.elsewhere"));
    }
    if (attempt.theirId() != null) {
      details.add(t.say("remedies.pay.order.theirs", attempt.theirId()));
    }
    if (attempt.evidence() != null) {
      details.add(t.say("remedies.pay.order.evidence", attempt.evidence()));
    }
    if (attempt.why() != null) {
      details.add(t.say("remedies.pay.why." + Reasons.of(attempt.why())));
    }
    return new PayView.Try(
        attempt.state().code(),
        t.say("remedies.pay.state." + attempt.state().code()),
        by(t, attempt),
        details,
        attempt.trouble() == null ? "" : attempt.trouble());
  }

  private String by(Voice t, Attempt attempt) {
    @Nullable Long id = attempt.connectionId();
    return id == null
        ? t.say("remedies.pay.order.by.people")
        : connections.find(id).map(c -> c.name()).orElse("–");
  }

  private PayView.Stopped stopped(Page page, Stop stop) {
    Voice t = page.t();
    Instant now = page.now();
    String until = t.moment(stop.answerUntil());
    Instant decided = stop.decidedAt();
    boolean upheld = Boolean.TRUE.equals(stop.upheld());
    return new PayView.Stopped(
        t.say("remedies.stop.is." + stop.way()),
        t.say("remedies.stop.reason." + stop.reason().code())
            + ", "
            + t.say("remedies.stop.by", words.person(stop.openedBy()), t.at(stop.openedAt(), now)),
        stop.evidence(),
        t.say(stop.messageId() == null ? "remedies.stop.not-told" : "remedies.stop.told", until),
        stop.answer() == null ? "" : stop.answer(),
        decided == null
            ? ""
            : t.say(
                upheld ? "remedies.stop.upheld" : "remedies.stop.lifted",
                words.person(stop.decidedBy()),
                t.at(decided, now)),
        stop.words() == null ? "" : stop.words(),
        stop.isHeard(now) ? "" : t.say("remedies.stop.decide.wait", until),
        stop.heard(),
        stop.backAt() == null ? "" : t.say("remedies.stop.back.is", t.at(stop.backAt(), now)));
  }
}
