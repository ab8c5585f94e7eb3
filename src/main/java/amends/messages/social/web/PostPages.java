package amends.messages.social.web;

import amends.messages.social.PublicPost;
import amends.messages.social.PublicPosts;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
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

/** Saying something in public: the words, the second pair of eyes, and what stands there. */
@Controller
final class PostPages {
  private final PublicPosts posts;
  private final PostSheets sheets;

  PostPages(PublicPosts posts, PostSheets sheets) {
    this.posts = posts;
    this.sheets = sheets;
  }

  @GetMapping("/posts")
  ModelAndView list(Page page, Viewer viewer, @RequestParam(required = false) Long before) {
    posts.enter(viewer);
    return sheets.list(page, viewer, before);
  }

  @GetMapping("/posts/new")
  ModelAndView begin(Page page, Viewer viewer, @RequestParam(defaultValue = "") String about) {
    posts.enter(viewer);
    return sheets.words(page, viewer, null, Form.of(Map.of("listed", "yes", "about", about)));
  }

  @PostMapping("/posts")
  Object write(
      Page page,
      Viewer viewer,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    posts.enter(viewer);
    try {
      return done(page, next, "written", posts.write(words(typed), viewer));
    } catch (Refusal refusal) {
      return sheets.words(page, viewer, null, refused(page, typed, refusal, response));
    }
  }

  @GetMapping("/posts/{id}")
  ModelAndView show(Page page, Viewer viewer, @PathVariable long id) {
    PublicPost post = posts.see(id, viewer);
    return sheets.one(page, viewer, post, Form.of(Map.of("body", post.shown())), List.of());
  }

  @GetMapping("/posts/{id}/words")
  ModelAndView words(Page page, Viewer viewer, @PathVariable long id) {
    PublicPost.Words words = posts.see(id, viewer).words();
    Map<String, String> fields = new HashMap<>();
    fields.put("account", words.brandId() + ":" + words.connectionId());
    fields.put("listed", words.listed() ? "yes" : "no");
    fields.put("body", words.body());
    fields.put("about", words.broadcastId() == null ? "" : String.valueOf(words.broadcastId()));
    return sheets.words(page, viewer, id, Form.of(fields));
  }

  @PostMapping("/posts/{id}/words")
  Object rewrite(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    posts.see(id, viewer);
    try {
      posts.rewrite(id, words(typed), viewer);
      return done(page, next, "written", id);
    } catch (Refusal refusal) {
      return sheets.words(page, viewer, id, refused(page, typed, refusal, response));
    }
  }

  @PostMapping("/posts/{id}/release")
  Object release(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    PublicPost post = posts.see(id, viewer);
    return said(
        page,
        viewer,
        post,
        typed,
        response,
        () -> {
          posts.release(id, typed.getOrDefault("overrule", ""), viewer);
          return done(page, next, "released", id);
        });
  }

  @PostMapping("/posts/{id}/draft")
  String takeBack(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    return act(page, next, "draft", id, () -> posts.takeBack(id, viewer));
  }

  @PostMapping("/posts/{id}/hurry")
  Object hurry(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    PublicPost post = posts.see(id, viewer);
    return said(
        page,
        viewer,
        post,
        typed,
        response,
        () -> {
          posts.hurry(id, typed.getOrDefault("why", ""), viewer);
          return done(page, next, "hurried", id);
        });
  }

  @PostMapping("/posts/{id}/change")
  Object change(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    PublicPost post = posts.see(id, viewer);
    return said(
        page,
        viewer,
        post,
        typed,
        response,
        () -> {
          posts.change(id, plain(typed.get("body")), typed.getOrDefault("overrule", ""), viewer);
          return done(page, next, "change", id);
        });
  }

  @PostMapping("/posts/{id}/removal")
  String remove(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    return act(page, next, "removal", id, () -> posts.remove(id, viewer));
  }

  private interface Step {
    Object taken();
  }

  private Object said(
      Page page,
      Viewer viewer,
      PublicPost post,
      Map<String, String> typed,
      HttpServletResponse response,
      Step step) {
    try {
      return step.taken();
    } catch (Refusal refusal) {
      Map<String, String> kept = new HashMap<>(typed);
      kept.putIfAbsent("body", post.shown());
      return sheets.one(
          page, viewer, post, refused(page, kept, refusal, response), posts.reasons(refusal));
    }
  }

  private static String act(
      Page page, RedirectAttributes next, String done, long id, Runnable act) {
    try {
      act.run();
      return done(page, next, done, id);
    } catch (Refusal refusal) {
      next.addFlashAttribute(Pages.TROUBLE, page.t().say(refusal.key(), refusal.args()));
      return "redirect:/posts/" + id;
    }
  }

  private static String done(Page page, RedirectAttributes next, String done, long id) {
    next.addFlashAttribute(Pages.FLASH, page.t().say("messages.posts.done." + done));
    return "redirect:/posts/" + id;
  }

  private static Form refused(
      Page page, Map<String, String> typed, Refusal refusal, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return Form.of(typed).refused(refusal.field(), page.t().say(refusal.key(), refusal.args()));
  }

  /** Brand and account are chosen together, as {@code 1:7}. */
  private static PublicPost.Words words(Map<String, String> typed) {
    String[] account = typed.getOrDefault("account", "").split(":", 2);
    Long brand = number(account[0]);
    Long connection = account.length < 2 ? null : number(account[1]);
    if (brand == null || connection == null) {
      throw new Refusal("account", "messages.posts.refusal.account");
    }
    return new PublicPost.Words(
        brand,
        connection,
        plain(typed.get("body")),
        !"no".equals(typed.get("listed")),
        number(typed.getOrDefault("about", "")));
  }

  private static String plain(@Nullable String body) {
    return body == null ? "" : body.replace("\r\n", "\n").strip();
  }

  private static @Nullable Long number(String typed) {
    return typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
  }
}
