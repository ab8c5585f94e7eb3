package amends.app.hooks;

import amends.journal.Journal;
import amends.journal.Journal.Sealed;
import amends.shared.Acts;
import amends.shared.Duty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns what the journal has sealed into calls: for each hook in the order of the seals, and with
 * the hook's place moved on in the same transaction, so that none is left out or laid down twice.
 */
final class HookFeed implements Duty {
  private static final int PAGE = 500;

  private final Acts acts;
  private final Journal journal;
  private final HookTools tools;
  private final HookEvents events;

  HookFeed(Acts acts, Journal journal, HookTools tools, HookEvents events) {
    this.acts = acts;
    this.journal = journal;
    this.tools = tools;
    this.events = events;
  }

  @Override
  public String name() {
    return "hook-feed";
  }

  @Override
  public Duration pause() {
    return Duration.ofMillis(500);
  }

  @Override
  public boolean perform() {
    return acts.call(() -> {
      Optional<Hook> behind = tools.hooks().behind(journal.sealed());
      behind.ifPresent(this::expand);
      return behind.isPresent();
    });
  }

  private void expand(Hook hook) {
    List<Sealed> page = journal.feed(hook.expandedSeal(), PAGE);
    if (page.isEmpty()) {
      return;
    }
    List<Sealed> wanted = new ArrayList<>(page);
    wanted.removeIf(one -> !HookKinds.wants(hook.kinds(), one.entry().kind()));
    if (!wanted.isEmpty()) {
      tools.calls().layDown(hook.id(), events.of(wanted, hook.brandId()));
    }
    tools.hooks().expanded(hook.id(), page.getLast().sealNo());
  }
}
