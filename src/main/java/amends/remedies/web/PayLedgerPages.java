package amends.remedies.web;

import amends.remedies.Amounts;
import amends.remedies.fulfilment.Comparison;
import amends.remedies.fulfilment.Order;
import amends.remedies.fulfilment.PayConnection;
import amends.remedies.fulfilment.PayConnections;
import amends.remedies.fulfilment.Tries;
import amends.shared.Money;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A provider's ledger beside ours. */
@Controller
final class PayLedgerPages {
  private static final String HERE = "/payments/ledger";

  private final Comparison comparison;
  private final PayConnections connections;
  private final Tries tries;
  private final Permits permits;

  PayLedgerPages(Comparison comparison, PayConnections connections, Tries tries, Permits permits) {
    this.comparison = comparison;
    this.connections = connections;
    this.tries = tries;
    this.permits = permits;
  }

  @GetMapping(HERE)
  ModelAndView show(Filled filled) {
    permits.require(filled.viewer(), Permission.PAY_REMEDY);
    Long asked = filled.id("connection");
    return shown(filled.page(), filled.viewer(), asked == null ? 0 : asked, Form.blank());
  }

  private ModelAndView shown(Page page, Viewer viewer, long asked, Form form) {
    List<PayConnection> all = connections.all();
    PayConnection chosen =
        all.stream()
            .filter(c -> c.id() == asked)
            .findFirst()
            .orElse(all.isEmpty() ? null : all.getFirst());
    List<Choice> choices =
        all.stream().map(c -> Choice.of(String.valueOf(c.id()), c.name())).toList();
    if (chosen == null) {
      return view(
          new PayView.Ledger(
              page, choices, 0, "", "", "", "", List.of(), List.of(), List.of(), form));
    }
    Voice t = page.t();
    Comparison.Sheet sheet = comparison.of(chosen.id(), viewer);
    return view(
        new PayView.Ledger(
            page,
            choices,
            chosen.id(),
            chosen.name() + ".",
            chosen.ledgerTo() == null
                ? t.say("remedies.pay.ledger.never")
                : t.say("remedies.pay.ledger.read", t.at(chosen.ledgerTo(), page.now())),
            chosen.ledgerTrouble() == null
                ? ""
                : t.say("remedies.pay.ledger.trouble", chosen.ledgerTrouble()),
            t.say("remedies.pay.ledger.agreed", sheet.agreed()),
            lines(page, sheet.differs()),
            lines(page, sheet.theirs()),
            lines(page, sheet.ours()),
            form));
  }

  private static ModelAndView view(PayView.Ledger ledger) {
    return new ModelAndView("remedies/payledger", "v", ledger);
  }

  private static List<PayView.LedgerLine> lines(Page page, List<Comparison.Line> lines) {
    return lines.stream().map(line -> line(page, line)).toList();
  }

  private static PayView.LedgerLine line(Page page, Comparison.Line line) {
    Voice t = page.t();
    return new PayView.LedgerLine(
        line.theirId() == null ? "" : line.theirId(),
        said(t, "their", line.theirs(), line.theirState()),
        said(t, "our", line.ours(), line.ourState()),
        line.grantId() == null
            ? ""
            : t.say("remedies.pay.ledger.grant", String.valueOf(line.grantId())),
        line.grantId() == null ? "" : "/payments/grants/" + line.grantId(),
        t.at(line.at(), page.now()),
        line.reference(),
        line.lost());
  }

  private static String said(Voice t, String whose, @Nullable Money money, @Nullable String state) {
    return money == null || state == null
        ? ""
        : t.say(
            "remedies.pay.ledger.line." + whose,
            Amounts.words(money, t.locale()),
            t.say("remedies.pay.ledger.state." + state));
  }

  @PostMapping(HERE + "/{id}/look")
  ModelAndView looked(Filled filled, @PathVariable long id, RedirectAttributes next) {
    permits.require(filled.viewer(), Permission.PAY_REMEDY);
    return act(
        filled,
        id,
        next,
        "remedies.pay.flash.looked",
        () -> comparison.looked(id, filled.field("their"), filled.viewer()));
  }

  @PostMapping(HERE + "/{id}/match")
  ModelAndView matched(Filled filled, @PathVariable long id, RedirectAttributes next) {
    permits.require(filled.viewer(), Permission.PAY_REMEDY);
    connections.get(id);
    return act(filled, id, next, "remedies.pay.flash.matched", () -> match(filled, id));
  }

  private ModelAndView act(
      Filled filled, long id, RedirectAttributes next, String words, Runnable deed) {
    return filled.act(
        next,
        new Filled.Done(HERE + "?connection=" + id, filled.page().t().say(words)),
        deed,
        form -> shown(filled.page(), filled.viewer(), id, form));
  }

  private void match(Filled filled, long id) {
    Order order = order(filled.field("grant"), filled.viewer());
    String evidence = filled.page().t().say("remedies.pay.ledger.title");
    tries.elsewhere(
        order.grantId(),
        comparison.elsewhere(id, filled.field("their"), order, evidence),
        filled.viewer());
  }

  private Order order(String typed, Viewer viewer) {
    try {
      return tries.see(typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0, viewer);
    } catch (NotFound none) {
      throw new Refusal("grant", "remedies.pay.refusal.no-grant");
    }
  }
}
