package amends.staff.web;

import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Passkeys;
import amends.staff.ProviderAccounts;
import amends.staff.SecondFactors;
import amends.staff.Viewer;
import amends.staff.provider.Account;
import amends.staff.provider.Provider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How one signs in, and what one may change of it. */
@Controller
final class MeansPages {
  static final String PAGE = "/profile/sign-in";

  /** The session attribute that holds an account between coming back and being connected. */
  static final String ACCOUNT = "provider_account";

  private static final String BACK = "redirect:" + PAGE;

  private final SecondFactors factors;
  private final Proof proof;
  private final Provider provider;
  private final ProviderAccounts accounts;
  private final Passkeys passkeys;

  MeansPages(
      SecondFactors factors,
      Proof proof,
      Provider provider,
      ProviderAccounts accounts,
      Passkeys passkeys) {
    this.passkeys = passkeys;
    this.factors = factors;
    this.provider = provider;
    this.accounts = accounts;
    this.proof = proof;
  }

  @GetMapping(PAGE)
  ModelAndView show(Page page, Viewer viewer, HttpServletRequest request) {
    return shown(page, viewer, Form.blank(), request);
  }

  @PostMapping("/profile/second-factor")
  Object offer(Page page, Viewer viewer, HttpServletRequest request, RedirectAttributes next) {
    return proof.wanted(
        page,
        request,
        next,
        PAGE,
        () -> {
          factors.offer(viewer.id());
          return BACK + "#code";
        });
  }

  @PostMapping("/profile/second-factor/code")
  Object confirm(
      Page page,
      Viewer viewer,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      List<String> codes = factors.confirm(viewer.id(), code, request.getRemoteAddr());
      return new ModelAndView("staff/codes", "v", new CodesView(page, codes, PAGE));
    } catch (Refusal e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return shown(page, viewer, Typed.refused(page, Form.blank(), e), request);
    }
  }

  @PostMapping("/profile/second-factor/recovery")
  Object renew(Page page, Viewer viewer, HttpServletRequest request, RedirectAttributes next) {
    return proof.wanted(
        page,
        request,
        next,
        PAGE,
        () ->
            changed(
                page,
                next,
                () -> {
                  List<String> codes = factors.renewRecoveryCodes(viewer.id());
                  return new ModelAndView("staff/codes", "v", new CodesView(page, codes, PAGE));
                }));
  }

  @PostMapping("/profile/second-factor/ending")
  Object remove(Page page, Viewer viewer, HttpServletRequest request, RedirectAttributes next) {
    return proof.wanted(
        page,
        request,
        next,
        PAGE,
        () ->
            changed(
                page,
                next,
                () -> {
                  factors.remove(viewer.id(), request.getSession().getId());
                  next.addFlashAttribute(Pages.FLASH, page.t().say("staff.done.factor_removed"));
                  return BACK;
                }));
  }

  private static Object changed(
      Page page, RedirectAttributes next, java.util.function.Supplier<Object> change) {
    try {
      return change.get();
    } catch (Refusal e) {
      next.addFlashAttribute(Pages.TROUBLE, page.t().say(e));
      return BACK;
    }
  }

  private MeansView.Passkeys passkeys(Page page, Viewer viewer) {
    return new MeansView.Passkeys(
        passkeys.areAvailable(),
        passkeys.of(viewer.id()).stream()
            .map(k -> new MeansView.Passkey(k.id(), k.name(), when(page, k)))
            .toList());
  }

  private static String when(Page page, Passkeys.Passkey key) {
    String added = page.t().moment(key.createdAt());
    Instant used = key.usedAt();
    return used == null
        ? page.t().say("staff.passkey.added", added)
        : page.t().say("staff.passkey.used", added, page.t().moment(used));
  }

  private MeansView.Company company(Viewer viewer, HttpServletRequest request) {
    Object waiting = request.getSession().getAttribute(ACCOUNT);
    return new MeansView.Company(
        provider.name().orElse(""),
        accounts.isConnected(viewer.id()),
        waiting instanceof Account account
            ? account.email().isEmpty() ? account.subject() : account.email()
            : "");
  }

  private ModelAndView shown(Page page, Viewer viewer, Form form, HttpServletRequest request) {
    SecondFactors.State state = factors.state(viewer.id());
    MeansView.Factor factor =
        new MeansView.Factor(
            state.since().map(at -> page.t().say("staff.since", at)).orElse(""),
            state.recoveryCodes(),
            state.demanded());
    OfferView offer =
        factors.offered(viewer.id(), page.house().organisation()).map(OfferView::of).orElse(null);
    return new ModelAndView(
        "staff/means",
        "v",
        new MeansView(page, factor, offer, company(viewer, request), passkeys(page, viewer), form));
  }
}
