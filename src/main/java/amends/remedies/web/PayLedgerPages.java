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
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A provider's ledger beside ours. */
@Controller
final class PayLedgerPages {
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

  @GetMapping("/payments/ledger")
  ModelAndView show(Page page, Viewer viewer, @RequestParam(defaultValue = "0") String connection) {
    permits.require(viewer, Permission.PAY_REMEDY);
    long asked = connection.matches("\\d{1,18}") ? Long.parseLong(connection) : 0;
    return shown(page, viewer, asked, Form.blank());
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

  @PostMapping("/payments/ledger/{id}/look")
  String looked(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String their,
      RedirectAttributes next) {
    permits.require(viewer, Permission.PAY_REMEDY);
    comparison.looked(id, their, viewer);
    next.addFlashAttribute(Pages.FLASH, page.t().say("remedies.pay.flash.looked"));
    return "redirect:/payments/ledger?connection=" + id;
  }

  @PostMapping("/payments/ledger/{id}/match")
  ModelAndView matched(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next) {
    permits.require(viewer, Permission.PAY_REMEDY);
    connections.get(id);
    try {
      Order order = order(typed.getOrDefault("grant", "").strip(), viewer);
      tries.elsewhere(
          order.grantId(),
          comparison.elsewhere(
              id,
              typed.getOrDefault("their", ""),
              order,
              page.t().say("remedies.pay.ledger.title")),
          viewer);
    } catch (Refusal refusal) {
      ModelAndView again = shown(page, viewer, id, Form.of(typed).refused(page, refusal));
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    next.addFlashAttribute(Pages.FLASH, page.t().say("remedies.pay.flash.matched"));
    return new ModelAndView("redirect:/payments/ledger?connection=" + id);
  }

  private Order order(String typed, Viewer viewer) {
    try {
      return tries.see(typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0, viewer);
    } catch (NotFound none) {
      throw new Refusal("grant", "remedies.pay.refusal.no-grant");
    }
  }
}
