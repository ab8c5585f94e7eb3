package amends.app.hooks.web;

import amends.app.hooks.Hook;
import amends.shared.api.Say;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A web hook as the API tells of it. */
record HookJson(
    @Say("Our number of it.") long id,
    @Say("What it is called here.") String name,
    @Say("Where it is called.") String url,
    @Say("What it hears of.") List<String> kinds,
    @Say("Only what belongs to a case of this brand.") @Nullable Long brandId,
    @Say("Whether it is called.") boolean on,
    @Say("Why it is off: person, failing or gone.") @Nullable String offWhy,
    @Say("The journal up to this seal number has been turned into calls.") long seal,
    @Say("Tries in a row that failed.") int failing,
    @Say("Since when it is there.") Instant madeAt) {
  static HookJson of(Hook hook) {
    return new HookJson(
        hook.id(),
        hook.name(),
        hook.url(),
        hook.kinds(),
        hook.brandId(),
        hook.isOn(),
        hook.offWhy(),
        hook.expandedSeal(),
        hook.failing(),
        hook.madeAt());
  }

  /** One call. */
  record HookCallJson(
      @Say("Our number of it.") long id,
      @Say("Of which web hook.") long hookId,
      @Say("The seal number of what it tells.") long seal,
      @Say("What it is sent as, in webhook-id.") String event,
      @Say("What it tells of.") String type,
      @Say("waiting, delivered, dead, or aside while its hook is off.") String state,
      @Say("How often it was tried.") int attempts,
      @Say("What went wrong last time.") @Nullable String trouble,
      @Say("The status that came back last.") @Nullable Integer lastStatus,
      @Say("When it was tried last.") @Nullable Instant lastTryAt,
      @Say("When it is tried next, while it waits.") Instant readyAt) {
    static HookCallJson of(Hook.Call call) {
      return new HookCallJson(
          call.id(),
          call.hookId(),
          call.sealNo(),
          call.event(),
          call.kind(),
          call.state(),
          call.attempts(),
          call.trouble(),
          call.lastStatus(),
          call.lastTryAt(),
          call.readyAt());
    }
  }

  /** The words of a new secret. */
  record SecretJson(@Say("Keep it: it is told once.") String secret) {}

  /** What a web hook is to be. */
  record NewHookJson(
      @Say(value = "What it is called here.", example = "Web shop", least = 1, most = 80)
          String name,
      @Say(
              value = "Where it is called; https.",
              example = "https://shop.example/amends",
              least = 1,
              most = 2000)
          String url,
      @Say(value = "What it hears of.", example = "case.*", least = 1, most = 40)
          List<String> kinds,
      @Say(value = "Only what belongs to a case of this brand.", example = "1", refusedAs = "brand")
          @Nullable Long brandId) {
    Hook.Draft draft() {
      return new Hook.Draft(name, url, kinds, brandId);
    }
  }

  /** Whether it is called. */
  record HookSwitchSent(@Say("true to call it, false to stop.") boolean on) {}

  /** From where on everything is told again. */
  record ReplaySent(@Say(value = "The first seal number.", example = "1", least = 1) long seal) {}

  /** No filters. */
  record NoFilter() {}
}
