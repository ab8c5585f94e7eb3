package amends.messages.social.web;

import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.shared.page.Arguments;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Viewer;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A request about one post, or about a new one. */
record Posted(Page page, Viewer viewer, Arguments.Request request, Map<String, String> typed) {
  Posted(Page page, Arguments.Request request) {
    this(page, request.laidDown(Viewer.class), request, request.typed());
  }

  /**
   * @throws NotFound when the address names no number
   */
  long id() {
    String named = request.named("id");
    if (!named.matches("\\d{1,18}")) {
      throw new NotFound(new Subject("public_post", 0));
    }
    return Long.parseLong(named);
  }

  String field(String name) {
    return typed.getOrDefault(name, "");
  }

  /** What was typed, and what is wrong with it. */
  Form refused(Map<String, String> kept, Refusal refusal) {
    request.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return Form.of(kept).refused(page, refusal);
  }

  /** Leads to the post, which says what was done. */
  String done(String what, long id) {
    request.next().addFlashAttribute(Pages.FLASH, page.t().say("messages.posts.done." + what));
    return "redirect:/posts/" + id;
  }

  /** Does what needs no words; a refusal is said on the post's page. */
  String act(String what, Runnable act) {
    try {
      act.run();
      return done(what, id());
    } catch (Refusal refusal) {
      request.next().addFlashAttribute(Pages.TROUBLE, page.t().say(refusal));
      return "redirect:/posts/" + id();
    }
  }
}
