package amends.messages.social.web;

import amends.messages.social.PublicPost;
import amends.messages.social.PublicPosts;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Viewer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

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
  Object write(Posted asked) {
    posts.enter(asked.viewer());
    try {
      return asked.done("written", posts.write(words(asked.typed()), asked.viewer()));
    } catch (Refusal refusal) {
      return sheets.words(
          asked.page(), asked.viewer(), null, asked.refused(asked.typed(), refusal));
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
  Object rewrite(Posted asked) {
    posts.see(asked.id(), asked.viewer());
    try {
      posts.rewrite(asked.id(), words(asked.typed()), asked.viewer());
      return asked.done("written", asked.id());
    } catch (Refusal refusal) {
      return sheets.words(
          asked.page(), asked.viewer(), asked.id(), asked.refused(asked.typed(), refusal));
    }
  }

  @PostMapping("/posts/{id}/release")
  Object release(Posted asked) {
    return said(
        asked,
        "released",
        () -> posts.release(asked.id(), asked.field("overrule"), asked.viewer()));
  }

  @PostMapping("/posts/{id}/draft")
  String takeBack(Posted asked) {
    return asked.act("draft", () -> posts.takeBack(asked.id(), asked.viewer()));
  }

  @PostMapping("/posts/{id}/hurry")
  Object hurry(Posted asked) {
    return said(
        asked, "hurried", () -> posts.hurry(asked.id(), asked.field("why"), asked.viewer()));
  }

  @PostMapping("/posts/{id}/change")
  Object change(Posted asked) {
    return said(
        asked,
        "change",
        () ->
            posts.change(
                asked.id(), plain(asked.field("body")), asked.field("overrule"), asked.viewer()));
  }

  @PostMapping("/posts/{id}/removal")
  String remove(Posted asked) {
    return asked.act("removal", () -> posts.remove(asked.id(), asked.viewer()));
  }

  /** What needs words; refused, they stand there again. */
  private Object said(Posted asked, String what, Runnable step) {
    PublicPost post = posts.see(asked.id(), asked.viewer());
    try {
      step.run();
      return asked.done(what, asked.id());
    } catch (Refusal refusal) {
      Map<String, String> kept = new HashMap<>(asked.typed());
      kept.putIfAbsent("body", post.shown());
      return sheets.one(
          asked.page(), asked.viewer(), post, asked.refused(kept, refusal), posts.reasons(refusal));
    }
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
