package amends.cases.web;

import amends.customers.Channel;
import amends.customers.Choices;
import amends.customers.ContactPoint;
import amends.customers.Customers;
import amends.customers.Purpose;
import amends.messages.Medium;
import amends.messages.Suppressions;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a customer wants to hear and how; what was stopped, and what was not sent for it. */
@Controller
final class ContactWishPages {
  private final Customers customers;
  private final Choices choices;
  private final Suppressions suppressions;
  private final ContactWishes wishes;
  private final Permits permits;

  ContactWishPages(
      Customers customers,
      Choices choices,
      Suppressions suppressions,
      ContactWishes wishes,
      Permits permits) {
    this.customers = customers;
    this.choices = choices;
    this.suppressions = suppressions;
    this.wishes = wishes;
    this.permits = permits;
  }

  @GetMapping("/customers/{id}/wishes")
  ModelAndView show(Ask ask) {
    permits.require(ask.viewer(), Permission.SEE_CUSTOMERS);
    return wishes.shown(ask, Form.blank());
  }

  @PostMapping("/customers/{id}/wishes")
  ModelAndView say(Ask ask, RedirectAttributes next) {
    return done(
        ask,
        next,
        Permission.OPEN_CASE,
        () -> {
          Purpose purpose =
              switch (ask.field("purpose")) {
                case "service" -> Purpose.SERVICE;
                case "marketing" -> Purpose.MARKETING;
                default -> throw new Refusal("purpose", "customers.wish.safety");
              };
          String channel = ask.field("channel");
          choices.say(
              ask.id(),
              purpose,
              channel.isEmpty() ? null : Channel.of(channel),
              ask.field("allowed").equals("yes"),
              "told",
              ask.viewer().actor());
        });
  }

  @PostMapping("/customers/{id}/wishes/print")
  ModelAndView print(Ask ask, RedirectAttributes next) {
    return done(
        ask,
        next,
        Permission.OPEN_CASE,
        () -> choices.largePrint(ask.id(), ask.field("large").equals("yes"), ask.viewer().actor()));
  }

  @PostMapping("/customers/{id}/wishes/lifting")
  ModelAndView lift(Ask ask, RedirectAttributes next) {
    return done(
        ask,
        next,
        Permission.KEEP_DESK,
        () -> {
          ContactPoint point =
              customers.contacts(ask.id()).stream()
                  .filter(c -> String.valueOf(c.id()).equals(ask.field("contact")))
                  .findFirst()
                  .orElseThrow(() -> new NotFound(Customers.subject(ask.id())));
          suppressions.liftBecause(
              Medium.of(point.channel()), point.address(), ask.field("why"), ask.viewer().actor());
        });
  }

  private ModelAndView done(Ask ask, RedirectAttributes next, Permission needed, Runnable act) {
    permits.require(ask.viewer(), needed);
    customers.customer(ask.id());
    try {
      act.run();
    } catch (Refusal refusal) {
      ModelAndView again = wishes.shown(ask, Typed.refused(ask, refusal));
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    next.addFlashAttribute(Pages.FLASH, ask.page().t().say("customers.wish.done"));
    return new ModelAndView("redirect:/customers/" + ask.id() + "/wishes");
  }
}
