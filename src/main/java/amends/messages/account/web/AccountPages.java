package amends.messages.account.web;

import amends.messages.account.Account;
import amends.messages.account.Account.Flow;
import amends.messages.account.Account.Host;
import amends.messages.account.Accounts;
import amends.messages.account.TokenTrouble;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
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

/** Accounts with Microsoft 365 and Google: which, who consented, what to mend. */
@Controller
final class AccountPages {
  private final Accounts accounts;
  private final AccountRoster roster;
  private final Permits permits;

  AccountPages(Accounts accounts, AccountRoster roster, Permits permits) {
    this.accounts = accounts;
    this.roster = roster;
    this.permits = permits;
  }

  @GetMapping("/mail-accounts")
  ModelAndView list(Page page, Viewer viewer) {
    enter(viewer);
    return new ModelAndView("messages/accounts", "v", roster.list(page, Form.blank()));
  }

  @PostMapping("/mail-accounts")
  Object add(
      Page page,
      Viewer viewer,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    enter(viewer);
    try {
      long id = accounts.add(draft(typed), viewer.actor());
      return done(page, next, "messages.account.added", id);
    } catch (Refusal refusal) {
      Form form = refused(page, typed, refusal, response);
      return new ModelAndView("messages/accounts", "v", roster.list(page, form));
    }
  }

  @GetMapping("/mail-accounts/{id}")
  ModelAndView show(Page page, Viewer viewer, @PathVariable long id) {
    enter(viewer);
    return new ModelAndView(
        "messages/account", "v", roster.one(page, id, Form.of(roster.filled(id))));
  }

  @PostMapping("/mail-accounts/{id}")
  Object change(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    enter(viewer);
    Map<String, String> all = new HashMap<>(typed);
    all.put("kind", roster.filled(id).getOrDefault("kind", ""));
    try {
      accounts.change(id, draft(all), viewer.actor());
      return done(page, next, "messages.account.changed", id);
    } catch (Refusal refusal) {
      Form form = refused(page, all, refusal, response);
      return new ModelAndView("messages/account", "v", roster.one(page, id, form));
    }
  }

  @PostMapping("/mail-accounts/{id}/consent")
  String consent(Viewer viewer, @PathVariable long id) {
    enter(viewer);
    return "redirect:" + accounts.consent(id, viewer.id());
  }

  /** Changes nothing: what was brought back is posted by the button on the page. */
  @GetMapping("/mail-accounts/back")
  Object back(
      Page page,
      Viewer viewer,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String code,
      RedirectAttributes next) {
    enter(viewer);
    if (code.isEmpty()) {
      next.addFlashAttribute(Pages.TROUBLE, page.t().say("messages.account.refusal.state"));
      return "redirect:/mail-accounts";
    }
    return new ModelAndView("messages/consented", "v", new AccountsView.Back(page, state, code));
  }

  @PostMapping("/mail-accounts/back")
  String consented(
      Page page,
      Viewer viewer,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String code,
      RedirectAttributes next) {
    enter(viewer);
    try {
      long id = accounts.consented(state, code, viewer.actor());
      return done(page, next, "messages.account.granted", id);
    } catch (TokenTrouble trouble) {
      next.addFlashAttribute(Pages.TROUBLE, page.t().say(trouble.key(), trouble.detail()));
    } catch (Refusal refusal) {
      next.addFlashAttribute(Pages.TROUBLE, page.t().say(refusal));
    }
    return "redirect:/mail-accounts";
  }

  /** Answers with the page itself: what came of a test is of this moment only. */
  @PostMapping("/mail-accounts/{id}/test")
  ModelAndView test(Page page, Viewer viewer, @PathVariable long id) {
    enter(viewer);
    TokenTrouble trouble = accounts.test(id);
    return new ModelAndView("messages/account", "v", roster.tested(page, id, trouble));
  }

  @PostMapping("/mail-accounts/{id}/removal")
  String remove(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    enter(viewer);
    try {
      accounts.remove(id, viewer.actor());
      next.addFlashAttribute(Pages.FLASH, page.t().say("messages.account.removed"));
    } catch (Refusal refusal) {
      next.addFlashAttribute(Pages.TROUBLE, page.t().say(refusal));
      return "redirect:/mail-accounts/" + id;
    }
    return "redirect:/mail-accounts";
  }

  private void enter(Viewer viewer) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
  }

  private static String done(Page page, RedirectAttributes next, String words, long id) {
    next.addFlashAttribute(Pages.FLASH, page.t().say(words));
    return "redirect:/mail-accounts/" + id;
  }

  private static Form refused(
      Page page, Map<String, String> typed, Refusal refusal, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return Form.of(typed).without("secret").refused(page, refusal);
  }

  private static Account.Draft draft(Map<String, String> typed) {
    String[] kind = typed.getOrDefault("kind", "").split("\\.", 2);
    boolean known =
        kind.length == 2
            && (kind[0] + "." + kind[1]).matches("(microsoft|google)\\.(delegated|app)");
    if (!known) {
      throw new Refusal("kind", "messages.account.refusal.kind");
    }
    return new Account.Draft(
        Host.valueOf(kind[0].toUpperCase(Locale.ROOT)),
        Flow.valueOf(kind[1].toUpperCase(Locale.ROOT)),
        typed.getOrDefault("name", "").strip(),
        typed.getOrDefault("login", "").strip(),
        typed.getOrDefault("client_id", "").strip(),
        typed.getOrDefault("tenant", "").strip(),
        typed.getOrDefault("secret", "").strip(),
        day(typed.getOrDefault("ends", "").strip()));
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      return typed.isEmpty() ? null : LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      throw new Refusal("ends", "messages.account.refusal.ends");
    }
  }
}
