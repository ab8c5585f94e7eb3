package amends.cases.web;

import amends.cases.Case;
import amends.cases.CaseFile;
import amends.promises.Promise;
import amends.shared.Texts.Voice;
import amends.shared.page.Badge;
import amends.shared.page.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What stands at the top of a case. */
final class Heads {
  private Heads() {}

  static CaseView.Head of(Opened opened, boolean needs) {
    Case matter = opened.file().matter();
    CaseFile.Settlement settled = opened.file().settlement();
    CaseFile.Wait waiting = opened.file().waits();
    Instant due = matter.nextDueAt();
    return new CaseView.Head(
        matter.id(),
        String.valueOf(matter.id()),
        matter.subject(),
        opened.customer().name(),
        matter.mood(),
        matter.asks(),
        owned(opened, matter),
        matter.closed() ? "closed" : matter.settled() ? "settled" : "open",
        settled == null ? null : settled.outcome().code(),
        clock(opened, matter),
        due == null ? null : opened.t().at(due, opened.now()),
        moves(opened, matter),
        waiting == null ? null : WaitingPages.note(opened.t(), waiting),
        badges(opened, matter, needs),
        back(opened, matter));
  }

  private static @Nullable String moves(Opened opened, Case matter) {
    return opened.file().promises().stream()
        .filter(p -> Objects.equals(p.id(), matter.nextPromiseId()))
        .filter(opened::movable)
        .map(p -> "/cases/" + matter.id() + "/promises/" + p.id() + "/move")
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Clock clock(Opened opened, Case matter) {
    Instant due = matter.nextDueAt();
    if (due == null) {
      return null;
    }
    Instant warnAt =
        opened.file().promises().stream()
            .filter(p -> Objects.equals(p.id(), matter.nextPromiseId()))
            .map(Promise::warnAt)
            .findFirst()
            .orElse(due);
    return Clock.running(opened.t(), due, opened.now(), Duration.between(warnAt, due));
  }

  private static String owned(Opened opened, Case matter) {
    Voice t = opened.t();
    Long owner = matter.ownerId();
    Instant since = matter.ownedAt();
    if (owner == null || since == null) {
      return t.say("cases.owned.nobody", opened.names().team(matter.teamId()));
    }
    String at = t.at(since, opened.now());
    return owner == opened.viewer().id()
        ? t.say("cases.owned.you", at)
        : t.say("cases.owned.other", opened.names().name(owner), at);
  }

  private static List<Badge> badges(Opened opened, Case matter, boolean needs) {
    Voice t = opened.t();
    List<Badge> badges = new ArrayList<>();
    if (needs) {
      badges.add(new Badge(t.say("cases.badge.needs"), false));
    }
    if (matter.customerKnowsAt() == null) {
      badges.add(new Badge(t.say("cases.badge.unknown"), false));
    }
    opened.tags().forEach(tag -> badges.add(new Badge("#" + tag, false)));
    return badges;
  }

  private static QueueView.View back(Opened opened, Case matter) {
    Long owner = matter.ownerId();
    if (owner != null && owner == opened.viewer().id()) {
      return QueueView.View.MINE;
    }
    return opened.viewer().teams().contains(matter.teamId()) || owner != null
        ? QueueView.View.TEAM
        : QueueView.View.UNOWNED;
  }
}
