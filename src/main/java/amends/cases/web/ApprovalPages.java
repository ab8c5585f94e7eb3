package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.customers.Customers;
import amends.promises.Promises;
import amends.remedies.Costs;
import amends.remedies.Request;
import amends.remedies.Requests;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Clock;
import amends.shared.page.Pages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Remedies above somebody's limit, put before the one who decides: one look, one word. */
@Controller
final class ApprovalPages {
  private static final Duration SOON = Duration.ofHours(1);

  private final Requests requests;
  private final GrantLines lines;
  private final Matters matters;
  private final Undos undos;

  ApprovalPages(Requests requests, GrantLines lines, Matters matters, Undos undos) {
    this.requests = requests;
    this.lines = lines;
    this.matters = matters;
    this.undos = undos;
  }

  @GetMapping("/remedies/asked")
  ModelAndView show(Ask ask) {
    return page(ask, null);
  }

  @PostMapping("/remedies/asked/{id}")
  ModelAndView decide(Ask ask, RedirectAttributes next) {
    Request request = requests.get(ask.id(), ask.viewer());
    boolean grants = ask.field("do").equals("grant");
    String words = ask.field("word").strip();
    try {
      refuseChanged(ask, request);
      if (grants) {
        requests.approve(request.id(), words, ask.viewer());
      } else {
        requests.refuse(request.id(), words, ask.viewer());
      }
    } catch (Refusal refusal) {
      ModelAndView again = page(ask, refusal);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    Voice t = ask.page().t();
    next.addFlashAttribute(
        Pages.FLASH,
        t.say(
            grants ? "cases.approvals.done.granted" : "cases.approvals.done.refused",
            lines.words().person(t, request.askedBy())));
    return new ModelAndView("redirect:/remedies/asked");
  }

  /** What is decided is what stood on the page. */
  private static void refuseChanged(Ask ask, Request request) {
    String shown = ask.field("amount");
    if (!shown.isEmpty() && !shown.equals(amount(request))) {
      throw new Refusal("", "cases.approvals.refusal.changed");
    }
  }

  private static String amount(Request request) {
    return request.amount().minor() + " " + request.amount().currency();
  }

  private ModelAndView page(Ask ask, @Nullable Refusal refusal) {
    List<ApprovalsView.Row> rows =
        requests.waitingFor(ask.viewer()).stream()
            .map(request -> row(ask, request, refusal))
            .toList();
    return new ModelAndView(
        "cases/approvals", "v", new ApprovalsView(ask.page(), rows, undos.approved(ask)));
  }

  private ApprovalsView.Row row(Ask ask, Request request, @Nullable Refusal refusal) {
    Voice t = ask.page().t();
    boolean refused = refusal != null && request.id() == ask.id();
    Case matter = matters.seen(ask, request.about().id());
    return new ApprovalsView.Row(
        request.id(),
        lines.what(t, request.wanted().remedyId(), request.amount()),
        amount(request),
        t.say(
            "cases.approvals.who",
            matters.customer(request.customerId()),
            lines.words().person(t, request.askedBy()),
            t.at(request.askedAt(), ask.page().now())),
        request.wanted().reason(),
        matters.facts(t, request),
        Clock.running(t, request.dueAt(), ask.page().now(), SOON),
        matter == null
            ? null
            : t.say("cases.approvals.matter", String.valueOf(matter.id()), matter.subject()),
        matter == null ? null : "/cases/" + matter.id(),
        t.say("cases.approvals.told", t.moment(matters.hears(request))),
        refused && refusal != null ? t.say(refusal) : null,
        refused ? ask.field("word") : "");
  }

  /** The cases that it is about, as far as the viewer may see them, and what is usual. */
  @Component
  static final class Matters {
    private final Cases cases;
    private final Customers customers;
    private final Costs costs;
    private final RemedyReach reach;
    private final Promises promises;

    Matters(Cases cases, Customers customers, Costs costs, RemedyReach reach, Promises promises) {
      this.cases = cases;
      this.customers = customers;
      this.costs = costs;
      this.reach = reach;
      this.promises = promises;
    }

    /** By when the customer was promised to hear: later than somebody has to decide. */
    Instant hears(Request request) {
      Long promise = request.promiseId();
      return promise == null ? request.dueAt() : promises.promise(promise).dueAt();
    }

    @Nullable Case seen(Ask ask, long caseId) {
      return cases.maySee(caseId, ask.viewer()) ? cases.see(caseId, ask.viewer()) : null;
    }

    String customer(long id) {
      return customers.customer(id).name();
    }

    List<String> facts(Voice t, Request request) {
      List<String> facts = new ArrayList<>();
      var wanted = request.wanted();
      var like = reach.like(wanted.cause(), wanted.severity(), request.amount().currency());
      if (like.count() > 0) {
        facts.add(t.say("cases.approvals.like", RemedyNotes.like(t, like)));
      }
      String before =
          costs.of(request.about()).stream()
              .filter(money -> money.minor() > 0)
              .map(money -> RemedyWords.money(t, money))
              .collect(Collectors.joining(", "));
      facts.add(
          before.isEmpty()
              ? t.say("cases.approvals.before.none")
              : t.say("cases.approvals.before", before));
      return facts;
    }
  }
}
