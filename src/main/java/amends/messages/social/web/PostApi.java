package amends.messages.social.web;

import amends.messages.Connection;
import amends.messages.social.PublicPost;
import amends.messages.social.PublicPosts;
import amends.messages.social.web.PostJson.NewPostJson;
import amends.messages.social.web.PostJson.PostAccountJson;
import amends.messages.social.web.PostJson.PostAccountsFilter;
import amends.messages.social.web.PostJson.PostChangeJson;
import amends.messages.social.web.PostJson.PostFilter;
import amends.messages.social.web.PostJson.PostHurryJson;
import amends.messages.social.web.PostJson.PostReleaseJson;
import amends.shared.api.ApiCall;
import amends.shared.api.ApiRoutes;
import amends.shared.api.Asked;
import amends.shared.api.Items;
import amends.shared.api.Operation;
import amends.shared.api.Place;
import amends.shared.api.Posts;
import amends.shared.api.Reply;
import amends.shared.api.Sent;
import amends.staff.Viewer;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@ApiRoutes(
    title = "Posts",
    about =
        "What a brand says in public by itself. One writes it, another releases it; about a broadcast"
            + " it leaves once those whom it concerns have heard.")
final class PostApi {
  private static final String HOME = "/api/v1/posts/";

  private final PublicPosts posts;
  private final Posts once;
  private final InstantSource clock;

  PostApi(PublicPosts posts, Posts once, InstantSource clock) {
    this.posts = posts;
    this.once = once;
    this.clock = clock;
  }

  @Operation(
      name = "list_post_accounts",
      does = "List the accounts through which a brand speaks in public",
      scope = "broadcasts:read")
  @GetMapping("/api/v1/posts/accounts")
  Items<PostAccountJson> accounts(Asked<PostAccountsFilter> asked, Viewer by) {
    Long brand = asked.filters().brandId();
    List<Connection> behind =
        brand == null || !posts.mayFor(brand, by)
            ? List.of()
            : posts.accounts(brand).stream()
                .filter(c -> c.id() > asked.afterId())
                .sorted((a, b) -> Long.compare(a.id(), b.id()))
                .limit(asked.most())
                .toList();
    return asked.page(behind, c -> Place.of(c.id()), PostAccountJson::of);
  }

  @Operation(
      name = "list_posts",
      does = "List posts",
      more = "The newest first, of the brands for which the token may write to many.",
      scope = "broadcasts:read")
  @GetMapping("/api/v1/posts")
  Items<PostJson> list(Asked<PostFilter> asked, Viewer by) {
    posts.enter(by);
    Long before = asked.after() == null ? null : asked.afterId();
    return asked.page(posts.list(before, asked.most(), by), p -> Place.of(p.id()), this::shown);
  }

  @Operation(
      name = "read_post",
      does = "Read a post and how it is with it",
      scope = "broadcasts:read")
  @GetMapping("/api/v1/posts/{id}")
  PostJson read(@PathVariable long id, Viewer by) {
    return shown(posts.see(id, by));
  }

  @Operation(
      name = "create_post",
      does = "Write a post",
      more = "A draft: nothing is said until somebody releases it.",
      scope = "broadcasts:write",
      status = 201)
  @PostMapping("/api/v1/posts")
  Reply<PostJson> create(ApiCall call, Sent<NewPostJson> sent, Viewer by) {
    return once.once(
        call,
        () -> {
          long id = posts.write(sent.body().words(), by);
          return Reply.Done.made(HOME + id, shown(posts.see(id, by)));
        });
  }

  @Operation(name = "rewrite_post", does = "Write a draft anew", scope = "broadcasts:write")
  @PostMapping("/api/v1/posts/{id}/words")
  Reply<PostJson> rewrite(@PathVariable long id, ApiCall call, Sent<NewPostJson> sent, Viewer by) {
    posts.see(id, by);
    return done(id, call, by, () -> posts.rewrite(id, sent.body().words(), by));
  }

  @Operation(
      name = "release_post",
      does = "Release a post",
      more =
          "Not by the token that wrote it: somebody else reads it first. It leaves at leaves_at; until"
              + " then it can be taken back. The honesty rules of the desk hold for its words.",
      scope = "broadcasts:write")
  @PostMapping("/api/v1/posts/{id}/release")
  Reply<PostJson> release(
      @PathVariable long id, ApiCall call, Sent<PostReleaseJson> sent, Viewer by) {
    posts.see(id, by);
    return done(id, call, by, () -> posts.release(id, said(sent.body().overrule()), by));
  }

  @Operation(
      name = "take_back_post",
      does = "Make a post a draft again",
      more = "As long as the network has not heard of it.",
      scope = "broadcasts:write")
  @PostMapping("/api/v1/posts/{id}/draft")
  Reply<PostJson> takeBack(@PathVariable long id, ApiCall call, Viewer by) {
    return done(id, call, by, () -> posts.takeBack(id, by));
  }

  @Operation(
      name = "hurry_post",
      does = "Let a post wait no longer for those whom it concerns",
      more = "Takes a token that may write widely; the reason is kept.",
      scope = "broadcasts:write")
  @PostMapping("/api/v1/posts/{id}/hurry")
  Reply<PostJson> hurry(@PathVariable long id, ApiCall call, Sent<PostHurryJson> sent, Viewer by) {
    return done(id, call, by, () -> posts.hurry(id, sent.body().why(), by));
  }

  @Operation(
      name = "change_post",
      does = "Correct a post that stands there",
      more = "Where the network can; it shows that the post was changed.",
      scope = "broadcasts:write")
  @PostMapping("/api/v1/posts/{id}/change")
  Reply<PostJson> change(
      @PathVariable long id, ApiCall call, Sent<PostChangeJson> sent, Viewer by) {
    PostChangeJson to = sent.body();
    return done(id, call, by, () -> posts.change(id, to.body().strip(), said(to.overrule()), by));
  }

  @Operation(name = "remove_post", does = "Take a post down", scope = "broadcasts:write")
  @PostMapping("/api/v1/posts/{id}/removal")
  Reply<PostJson> remove(@PathVariable long id, ApiCall call, Viewer by) {
    return done(id, call, by, () -> posts.remove(id, by));
  }

  private Reply<PostJson> done(long id, ApiCall call, Viewer by, Runnable act) {
    return once.once(
        call,
        () -> {
          act.run();
          return Reply.Done.ok(shown(posts.see(id, by)));
        });
  }

  private static String said(@Nullable String overrule) {
    return Objects.requireNonNullElse(overrule, "");
  }

  private PostJson shown(PublicPost post) {
    return PostJson.of(post, posts.waits(post), posts.link(post), clock.instant());
  }
}
