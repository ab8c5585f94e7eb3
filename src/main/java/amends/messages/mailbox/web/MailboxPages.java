package amends.messages.mailbox.web;

import amends.messages.mailbox.Mailbox;
import amends.messages.mailbox.Mailboxes;
import amends.messages.mailbox.NotOurs;
import amends.shared.Refusal;
import amends.shared.Settings.Tls;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
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

/** The mailboxes that are read: which, how each goes, what to mend. */
@Controller
final class MailboxPages {
  private final Mailboxes mailboxes;
  private final NotOurs notOurs;
  private final MailboxRoster roster;
  private final Permits permits;

  MailboxPages(Mailboxes mailboxes, NotOurs notOurs, MailboxRoster roster, Permits permits) {
    this.mailboxes = mailboxes;
    this.notOurs = notOurs;
    this.roster = roster;
    this.permits = permits;
  }

  @GetMapping("/mailboxes")
  ModelAndView list(Page page, Viewer viewer) {
    enter(viewer);
    return listed(page, Form.of(Map.of("port", "993", "folder", "INBOX", "tls", "implicit")));
  }

  private ModelAndView listed(Page page, Form form) {
    return new ModelAndView("messages/mailboxes", "v", roster.list(page, form));
  }

  @PostMapping("/mailboxes")
  Object add(
      Page page,
      Viewer viewer,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    enter(viewer);
    try {
      long id = mailboxes.add(draft(typed), viewer.actor());
      return done(page, next, "messages.mailbox.added", id);
    } catch (Refusal refusal) {
      return listed(page, refused(page, typed, refusal, response));
    }
  }

  @GetMapping("/mailboxes/{id}")
  ModelAndView show(Page page, Viewer viewer, @PathVariable long id) {
    enter(viewer);
    return new ModelAndView(
        "messages/mailbox", "v", roster.one(page, id, Form.of(roster.filled(id)), null));
  }

  @PostMapping("/mailboxes/{id}")
  Object change(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    enter(viewer);
    mailboxes.get(id);
    try {
      mailboxes.change(id, draft(typed), viewer.actor());
      return done(page, next, "messages.mailbox.changed", id);
    } catch (Refusal refusal) {
      Form form = refused(page, typed, refusal, response);
      return new ModelAndView("messages/mailbox", "v", roster.one(page, id, form, null));
    }
  }

  /** Answers with the page itself: what came of a test is of this moment only. */
  @PostMapping("/mailboxes/{id}/test")
  ModelAndView test(Page page, Viewer viewer, @PathVariable long id) {
    enter(viewer);
    Mailboxes.Tried tried = mailboxes.test(id);
    return new ModelAndView(
        "messages/mailbox", "v", roster.one(page, id, Form.of(roster.filled(id)), tried));
  }

  @PostMapping("/mailboxes/{id}/switch")
  String turn(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String on,
      RedirectAttributes next) {
    enter(viewer);
    if (on.equals("yes")) {
      mailboxes.resume(id, viewer.actor());
      return done(page, next, "messages.mailbox.resumed", id);
    }
    mailboxes.pause(id, viewer.actor());
    return done(page, next, "messages.mailbox.paused", id);
  }

  @PostMapping("/mailboxes/{id}/again")
  String again(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    enter(viewer);
    mailboxes.again(id, viewer.actor());
    return done(page, next, "messages.mailbox.again", id);
  }

  @PostMapping("/mailboxes/{id}/removal")
  String remove(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    enter(viewer);
    mailboxes.remove(id, viewer.actor());
    next.addFlashAttribute(Pages.FLASH, page.t().say("messages.mailbox.removed"));
    return "redirect:/mailboxes";
  }

  @PostMapping("/mailboxes/not-ours/{part}")
  String forget(Page page, Viewer viewer, @PathVariable long part, RedirectAttributes next) {
    enter(viewer);
    notOurs.forget(part, viewer.actor());
    next.addFlashAttribute(Pages.FLASH, page.t().say("messages.mailbox.not-ours.forgotten"));
    return "redirect:/mailboxes";
  }

  private void enter(Viewer viewer) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
  }

  private static String done(Page page, RedirectAttributes next, String words, long id) {
    next.addFlashAttribute(Pages.FLASH, page.t().say(words));
    return "redirect:/mailboxes/" + id;
  }

  private static Form refused(
      Page page, Map<String, String> typed, Refusal refusal, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return Form.of(typed).without("password").refused(page, refusal);
  }

  private static Mailbox.Draft draft(Map<String, String> typed) {
    String port = typed.getOrDefault("port", "").strip();
    return new Mailbox.Draft(
        typed.getOrDefault("name", "").strip(),
        new Mailbox.Server(
            typed.getOrDefault("host", "").strip(),
            port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0,
            tls(typed.getOrDefault("tls", ""))),
        typed.getOrDefault("login", "").strip(),
        typed.getOrDefault("password", ""),
        typed.getOrDefault("folder", "").strip(),
        typed.getOrDefault("address", "").strip(),
        typed.containsKey("start"),
        account(typed.getOrDefault("account", "")));
  }

  private static @Nullable Long account(String typed) {
    return typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
  }

  private static Tls tls(String word) {
    return Arrays.stream(Tls.values())
        .filter(tls -> tls.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElse(Tls.IMPLICIT);
  }
}
