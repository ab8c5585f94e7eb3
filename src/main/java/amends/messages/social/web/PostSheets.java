package amends.messages.social.web;

import amends.messages.Connection;
import amends.messages.Overruling;
import amends.messages.broadcast.Broadcast;
import amends.messages.broadcast.Broadcasts;
import amends.messages.social.PublicPost;
import amends.messages.social.PublicPost.State;
import amends.messages.social.PublicPost.Step;
import amends.messages.social.PublicPosts;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Brand;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Posts in public as their pages tell them. */
@Component
final class PostSheets {
  private static final int AT_ONCE = 50;

  private final PublicPosts posts;
  private final Broadcasts broadcasts;
  private final Staff staff;

  PostSheets(PublicPosts posts, Broadcasts broadcasts, Staff staff) {
    this.posts = posts;
    this.broadcasts = broadcasts;
    this.staff = staff;
  }

  ModelAndView list(Page page, Viewer viewer, @Nullable Long before) {
    List<PublicPost> all = posts.list(before, AT_ONCE, viewer);
    return new ModelAndView(
        "messages/posts",
        "v",
        new PostView.All(
            page,
            !accounts(page.t(), viewer).isEmpty(),
            all.stream()
                .map(p ->
                    new PostView.Row(p.id(), p.shown(), where(page.t(), p), how(page, viewer, p)))
                .toList(),
            all.size() == AT_ONCE ? all.getLast().id() : null));
  }

  ModelAndView words(Page page, Viewer viewer, @Nullable Long id, Form form) {
    Voice t = page.t();
    return new ModelAndView(
        "messages/postwords",
        "v",
        new PostView.Words(
            page,
            id,
            form,
            accounts(t, viewer),
            List.of(listed(t, "yes"), listed(t, "no")),
            abouts(page, viewer)));
  }

  private static Choice listed(Voice t, String code) {
    return new Choice(
        code,
        t.say("messages.posts.listed." + code),
        t.say("messages.posts.listed." + code + ".hint"));
  }

  private List<Choice> accounts(Voice t, Viewer viewer) {
    List<Choice> all = new ArrayList<>();
    for (Brand brand : staff.brands()) {
      if (posts.mayFor(brand.id(), viewer)) {
        posts
            .accounts(brand.id())
            .forEach(c ->
                all.add(
                    Choice.of(
                        brand.id() + ":" + c.id(),
                        t.say("messages.posts.where", brand.name(), c.account(), c.name()))));
      }
    }
    return all;
  }

  /** What was written to many lately, and is not over for long. */
  private List<Choice> abouts(Page page, Viewer viewer) {
    List<Choice> all = new ArrayList<>();
    all.add(Choice.of("", page.t().say("messages.posts.about.none")));
    broadcasts
        .list(null, AT_ONCE, viewer)
        .forEach(b -> all.add(Choice.of(String.valueOf(b.id()), about(page, b))));
    return all;
  }

  private static String about(Page page, Broadcast one) {
    Voice t = page.t();
    return t.say(
        "messages.posts.about.one",
        one.words().subject(),
        t.say("messages.broadcast.state." + one.state(page.now()).code()));
  }

  ModelAndView one(Page page, Viewer viewer, PublicPost post, Form form, List<String> overrulings) {
    Voice t = page.t();
    State state = post.state(page.now());
    Duration undo = posts.undo(post.words());
    boolean draft = post.releasedAt() == null;
    Long about = post.words().broadcastId();
    boolean own = draft && !posts.mayRelease(post, viewer);
    return new ModelAndView(
        "messages/post",
        "v",
        new PostView.One(
            page,
            post.id(),
            form,
            post.shown(),
            t.say(
                "messages.posts.where.listed",
                where(t, post),
                t.say("messages.posts.listed." + (post.words().listed() ? "yes" : "no"))),
            how(page, viewer, post),
            sign(state),
            about == null
                ? null
                : new PostView.About(about, about(page, broadcasts.see(about, viewer))),
            own,
            t.say("messages.posts.undo", undo.toSeconds() / 60, undo.toSeconds() % 60),
            posts.link(post),
            may(page, viewer, post, own),
            Overruling.choices(t, overrulings),
            post.steps().stream()
                .filter(s -> s.doneAt() != null)
                .map(s -> line(page, s))
                .toList()));
  }

  private PostView.May may(Page page, Viewer viewer, PublicPost post, boolean own) {
    State state = post.state(page.now());
    boolean draft = post.releasedAt() == null;
    boolean onWay = state == State.WAITING || state == State.GOING;
    boolean there = state == State.SAID && post.toDo().isEmpty();
    return new PostView.May(
        draft && !own,
        draft,
        onWay,
        onWay && posts.waits(post) && posts.mayHurry(post, viewer),
        there && posts.mayChange(post, viewer),
        there);
  }

  private String where(Voice t, PublicPost post) {
    Brand brand = staff.brand(post.words().brandId());
    return posts.accounts(brand.id()).stream()
        .filter(c -> c.id() == post.words().connectionId())
        .findFirst()
        .map((Connection c) -> t.say("messages.posts.where", brand.name(), c.account(), c.name()))
        .orElse(t.say("messages.posts.where.gone", brand.name()));
  }

  private static String sign(State state) {
    return switch (state) {
      case DRAFT -> "note";
      case WAITING -> "wait";
      case GOING -> "out";
      case SAID, REMOVED -> "tick";
      case FAILED -> "plan";
    };
  }

  private String how(Page page, Viewer viewer, PublicPost post) {
    Voice t = page.t();
    State state = post.state(page.now());
    Step last = post.steps().isEmpty() ? null : post.steps().getLast();
    boolean held = (state == State.WAITING || state == State.GOING) && posts.waits(post);
    if (held) {
      return t.say("messages.posts.how.held");
    }
    if (state == State.DRAFT || last == null) {
      return t.say(
          posts.mayRelease(post, viewer) ? "messages.posts.how.draft" : "messages.posts.how.own");
    }
    if (state == State.SAID && last.open()) {
      return t.say("messages.posts.how.to-" + last.kind().code());
    }
    if (state == State.SAID && last.failed()) {
      return t.say(
          "messages.posts.how." + last.kind().code() + "-failed", String.valueOf(last.reply()));
    }
    Instant at = last.doneAt() == null ? last.readyAt() : last.doneAt();
    String trouble = last.trouble();
    if (state == State.GOING && trouble != null) {
      return t.say("messages.posts.how.trouble", trouble, t.at(at, page.now()));
    }
    return state == State.FAILED
        ? t.say("messages.posts.how.failed", String.valueOf(last.reply()))
        : t.say("messages.posts.how." + state.code(), t.at(at, page.now()));
  }

  private static PostView.Line line(Page page, Step step) {
    Voice t = page.t();
    Instant at = step.doneAt() == null ? step.askedAt() : step.doneAt();
    String what = step.failed() ? step.kind().code() + "-failed" : step.kind().code();
    String body = step.body();
    return new PostView.Line(
        t.iso(at),
        t.at(at, page.now()),
        t.say("messages.posts.step." + what, String.valueOf(step.reply())),
        body == null || step.failed() ? "" : body);
  }
}
