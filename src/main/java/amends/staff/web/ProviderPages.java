package amends.staff.web;

import amends.shared.Refusal;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Means;
import amends.staff.ProviderAccounts;
import amends.staff.Viewer;
import amends.staff.provider.Account;
import amends.staff.provider.Provider;
import amends.staff.provider.Provider.Journey;
import amends.staff.provider.ProviderTrouble;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * In through the company's own sign-in. The ways there and back are links, as the standard has it:
 * the content policy lets no form lead to another house.
 */
@Controller
final class ProviderPages {
  private static final Logger log = LoggerFactory.getLogger(ProviderPages.class);
  private static final String QUESTION = "provider_question";
  private static final String SIGN_IN = "redirect:/sign-in";
  private static final String MEANS = "redirect:" + MeansPages.PAGE;

  private final Provider provider;
  private final ProviderAccounts accounts;
  private final Steps steps;
  private final Proof proof;

  ProviderPages(Provider provider, ProviderAccounts accounts, Steps steps, Proof proof) {
    this.provider = provider;
    this.accounts = accounts;
    this.steps = steps;
    this.proof = proof;
  }

  @GetMapping("/sign-in/provider")
  String begin(Page page, HttpServletRequest request, RedirectAttributes next) {
    if (provider.name().isEmpty()) {
      return SIGN_IN;
    }
    try {
      Journey journey = provider.begin(request);
      request.getSession().setAttribute(QUESTION, journey.question());
      return "redirect:" + journey.where();
    } catch (ProviderTrouble e) {
      return back(page, next, e);
    }
  }

  @GetMapping("/sign-in/provider/return")
  String back(
      Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes next) {
    Serializable question = taken(request.getSession(false));
    if (question == null || provider.name().isEmpty()) {
      return SIGN_IN;
    }
    try {
      Account account = provider.finish(question, request);
      if (isSignedIn()) {
        request.getSession().setAttribute(MeansPages.ACCOUNT, account);
        return MEANS;
      }
      long id = accounts.enter(account);
      return "redirect:" + steps.inside(id, Means.PROVIDER, request, response);
    } catch (ProviderTrouble e) {
      return back(page, next, e);
    } catch (Refusal e) {
      next.addFlashAttribute(Pages.TROUBLE, page.t().say(e));
      return SIGN_IN;
    }
  }

  /** The account with which one has just come back is one's own from now on. */
  @PostMapping("/profile/provider")
  Object connect(Page page, Viewer viewer, HttpServletRequest request, RedirectAttributes next) {
    return proof.wanted(
        page, request, next, MeansPages.PAGE, () -> connected(page, viewer, request, next));
  }

  private Object connected(
      Page page, Viewer viewer, HttpServletRequest request, RedirectAttributes next) {
    HttpSession session = request.getSession();
    if (session.getAttribute(MeansPages.ACCOUNT) instanceof Account account) {
      session.removeAttribute(MeansPages.ACCOUNT);
      try {
        accounts.connect(viewer.id(), account);
        next.addFlashAttribute(Pages.FLASH, page.t().say("staff.done.connected"));
      } catch (Refusal e) {
        next.addFlashAttribute(Pages.TROUBLE, page.t().say(e));
      }
    }
    return MEANS;
  }

  /** A question is answered once. */
  private static @Nullable Serializable taken(@Nullable HttpSession session) {
    Object question = session == null ? null : session.getAttribute(QUESTION);
    if (session != null) {
      session.removeAttribute(QUESTION);
    }
    return question instanceof Serializable asked ? asked : null;
  }

  private String back(Page page, RedirectAttributes next, ProviderTrouble trouble) {
    log.warn(
        "the company's sign-in failed: {} ({})",
        trouble.getMessage(),
        String.valueOf(trouble.getCause()));
    String key =
        switch (trouble.kind()) {
          case AWAY -> "staff.refused.provider_away";
          case REFUSED -> "staff.refused.provider";
        };
    next.addFlashAttribute(Pages.TROUBLE, page.t().say(key, provider.name().orElse("")));
    return isSignedIn() ? MEANS : SIGN_IN;
  }

  private static boolean isSignedIn() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who instanceof amends.staff.SignedIn;
  }
}
