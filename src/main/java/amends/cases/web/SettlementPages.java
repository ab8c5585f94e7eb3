package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.FieldValue;
import amends.cases.FieldValues;
import amends.cases.Outcome;
import amends.cases.Settling;
import amends.customers.Channel;
import amends.customers.Customers;
import amends.shared.page.Form;
import amends.staff.Permission;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settling: how it ended, what was done, and when somebody asks whether it is right. */
@Controller
final class SettlementPages implements Deed {
  private final Cases cases;
  private final Customers customers;
  private final ActPage actPage;
  private final FieldValues fields;

  SettlementPages(Cases cases, Customers customers, ActPage actPage, FieldValues fields) {
    this.cases = cases;
    this.customers = customers;
    this.actPage = actPage;
    this.fields = fields;
  }

  @GetMapping("/cases/{id}/settlement")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/settlement")
  ModelAndView settle(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.SETTLE;
  }

  /** The channel that they prefer is offered. */
  @Override
  public Form offered(Ask ask, Case matter) {
    Channel preferred = customers.customer(matter.customerId()).preferredChannel();
    Channel offered = Objects.requireNonNullElse(preferred, Channel.EMAIL);
    return Form.of(Map.of("channel", offered.code()));
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    String note = matter.settled() ? ask.page().t().say("cases.refusal.settled") : "";
    List<FieldValue> missing = fields.of(matter).stream().filter(CaseFields::isMissing).toList();
    return new Sheet(
        "settlement",
        note,
        Channels.choices(ask.page().t()),
        CaseFields.inputs(ask.page().t(), matter, missing));
  }

  @Override
  public String act(Ask ask) {
    if (ask.typed().keySet().stream().anyMatch(name -> name.startsWith("field_"))) {
      fields.set(ask.id(), ask.typed(), ask.viewer());
    }
    cases.settle(ask.id(), settling(ask), ask.viewer());
    return "cases.done.settled";
  }

  /** A field of another outcome may have been filled before the choice was changed. */
  private static Settling settling(Ask ask) {
    Outcome outcome = Outcome.of(ask.field("outcome"));
    boolean refused = outcome == Outcome.REFUSED;
    boolean duplicate = outcome == Outcome.DUPLICATE;
    return new Settling(
        outcome,
        ask.field("done"),
        refused ? Typed.orNull(ask.field("reasons")) : null,
        refused ? Typed.orNull(ask.field("turn_to")) : null,
        duplicate ? Typed.number(ask, "survivor") : null,
        outcome == Outcome.FORWARDED ? Typed.orNull(ask.field("forwarded_to")) : null,
        duplicate ? null : Typed.moment(ask, "follow_up"),
        duplicate ? null : Typed.channel(ask, "channel"));
  }
}
