package amends.messages.social.web;

import amends.messages.Connection;
import amends.messages.social.PublicPost;
import amends.messages.social.PublicPost.Step;
import amends.shared.api.Say;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a brand says in public, as programs read it. */
record PostJson(
    @Say(value = "Our number.", example = "4") long id,
    @Say(value = "In the name of which brand.", example = "1") long brandId,
    @Say(value = "Through which account, as the list of accounts names it.", example = "7")
        long accountId,
    @Say(
            value = "The words as everybody reads them now, or will.",
            example = "Our workshop is closed on Friday.")
        String body,
    @Say("Also in the lists that everybody looks through.") boolean listed,
    @Say("The broadcast whose people hear of it first; null where it concerns nobody more.")
        @Nullable Long broadcastId,
    @Say("How it is with it.") PublicPost.State state,
    @Say("It waits until those whom it concerns have heard.") boolean waits,
    @Say(value = "When it was written.", example = "2026-05-12T13:07:00Z") Instant madeAt,
    @Say("When somebody released it; null for a draft.") @Nullable Instant releasedAt,
    @Say("It leaves not before this moment; null where nothing is to leave.")
        @Nullable Instant leavesAt,
    @Say("Where everybody reads it; null where that is not known.") @Nullable String link,
    @Say("What was and is to be done with it on the network, the first first.")
        List<PostStepJson> steps) {

  /** One step. */
  record PostStepJson(
      @Say("Said, changed or taken down.") PublicPost.Kind kind,
      @Say(value = "When somebody asked for it.", example = "2026-05-12T13:07:00Z") Instant askedAt,
      @Say("When it was done or given up; null while it is to be done.") @Nullable Instant doneAt,
      @Say("It was given up.") boolean failed,
      @Say("What the network said last; null when nothing.") @Nullable String said) {
    static PostStepJson of(Step step) {
      return new PostStepJson(
          step.kind(),
          step.askedAt(),
          step.doneAt(),
          step.failed(),
          step.open() ? step.trouble() : step.reply());
    }
  }

  static PostJson of(PublicPost post, boolean waits, String link, Instant now) {
    PublicPost.Words words = post.words();
    return new PostJson(
        post.id(),
        words.brandId(),
        words.connectionId(),
        post.shown(),
        words.listed(),
        words.broadcastId(),
        post.state(now),
        post.releasedAt() != null && post.said().isEmpty() && waits,
        post.madeAt(),
        post.releasedAt(),
        post.toDo().map(Step::readyAt).orElse(null),
        link.isEmpty() ? null : link,
        post.steps().stream().map(PostStepJson::of).toList());
  }

  /** An account of the house on a social network. */
  record PostAccountJson(
      @Say(value = "Our number.", example = "7") long id,
      @Say(value = "Which kind of network.", example = "mastodon") String kind,
      @Say(value = "What the house calls it.", example = "Our Mastodon") String name,
      @Say(value = "As whom it speaks there.", example = "@help@social.example") String account) {
    static PostAccountJson of(Connection c) {
      return new PostAccountJson(c.id(), c.kind(), c.name(), c.account());
    }
  }

  /** What is to be said, where. */
  record NewPostJson(
      @Say(value = "In the name of which brand.", example = "1") long brandId,
      @Say(value = "Through which account.", example = "7", refusedAs = "account") long accountId,
      @Say(value = "The words.", example = "Our workshop is closed on Friday.", most = 5000)
          String body,
      @Say("Also in the lists that everybody looks through.") boolean listed,
      @Say(
              value = "The broadcast whose people are to hear of it first; null for none.",
              refusedAs = "about")
          @Nullable Long broadcastId) {
    PublicPost.Words words() {
      return new PublicPost.Words(brandId, accountId, body.strip(), listed, broadcastId);
    }
  }

  record PostReleaseJson(
      @Say(
              value =
                  "Why its words go out although the honesty rules stop them: true_here, quoted,"
                      + " agreed, known or other. Kept and counted.",
              example = "true_here",
              most = 40)
          @Nullable String overrule) {}

  record PostHurryJson(
      @Say(
              value = "Why it waits no longer.",
              example = "The paper prints it this evening.",
              least = 1,
              most = 500)
          String why) {}

  record PostChangeJson(
      @Say(value = "The words from now on.", example = "We open on Monday.", most = 5000)
          String body,
      @Say(value = "Why they go out although the honesty rules stop them.", most = 40)
          @Nullable String overrule) {}

  record PostAccountsFilter(@Say(value = "Of this brand.", example = "1") @Nullable Long brandId) {}

  record PostFilter() {}
}
