package amends.staff.web;

import amends.shared.Refusal;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.SecondFactors;
import amends.staff.SignInRules;
import amends.staff.SignInRules.Demand;
import amends.staff.Staff;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an administrator decides about how others sign in. */
@Controller
final class RulesPages {
  private static final String PAGE = "/people/sign-in";

  private final SignInRules rules;
  private final SecondFactors factors;
  private final Staff staff;
  private final Permits permits;
  private final Proof proof;

  RulesPages(SignInRules rules, SecondFactors factors, Staff staff, Permits permits, Proof proof) {
    this.rules = rules;
    this.factors = factors;
    this.staff = staff;
    this.permits = permits;
    this.proof = proof;
  }

  @GetMapping(PAGE)
  ModelAndView show(Page page, Viewer viewer) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    return shown(page, Form.of(Map.of("second_factor", rules.secondFactor().code())));
  }

  @PostMapping(PAGE)
  Object change(
      Page page,
      Viewer viewer,
      @RequestParam(name = "second_factor", defaultValue = "") String of,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes next) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    return proof.wanted(
        page,
        request,
        next,
        PAGE,
        () -> {
          try {
            rules.demandSecondFactor(of, viewer.actor());
            next.addFlashAttribute(Pages.FLASH, page.t().say("staff.done.rules"));
            return "redirect:" + PAGE;
          } catch (Refusal e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(page, Typed.refused(page, Form.blank(), e));
          }
        });
  }

  /** For a colleague who has lost phone and paper. */
  @PostMapping("/people/{id}/second-factor/ending")
  Object reset(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      HttpServletRequest request,
      RedirectAttributes next) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    String person = "/people/" + staff.get(id).id();
    return proof.wanted(
        page,
        request,
        next,
        person,
        () -> {
          factors.reset(id, viewer.actor());
          next.addFlashAttribute(Pages.FLASH, page.t().say("staff.done.factor_reset"));
          return "redirect:" + person;
        });
  }

  private static ModelAndView shown(Page page, Form form) {
    var choices =
        Arrays.stream(Demand.values())
            .map(d -> Choice.of(d.code(), page.t().say("staff.demand." + d.code())))
            .toList();
    return new ModelAndView("staff/rules", "v", new RulesView(page, form, choices));
  }
}
