package amends.cases.web;

import amends.messages.Next;
import amends.promises.Promise;
import amends.shared.Texts.Voice;
import amends.shared.page.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of each promise, in lines of the timeline. */
final class PromiseEntries {
  private final Opened opened;
  private final Voice t;
  private final Set<Long> stated;
  private final List<Entry> lines = new ArrayList<>();

  PromiseEntries(Opened opened) {
    this.opened = opened;
    this.t = opened.t();
    this.stated =
        opened.file().messages().stream()
            .map(m -> m.next())
            .filter(Next.By.class::isInstance)
            .map(next -> ((Next.By) next).promiseId())
            .collect(Collectors.toCollection(HashSet::new));
    opened.file().waiting().forEach(w -> stated.add(w.promiseId()));
  }

  List<Entry> all() {
    opened.file().promises().forEach(this::tell);
    return lines;
  }

  private void tell(Promise promise) {
    Promise.Moments moments = promise.moments();
    if (!stated.contains(promise.id()) && promise.followsId() == null) {
      made(promise);
    }
    add(moments.warnedAt(), Clock.State.SOON, "warned", promise, null);
    add(moments.keptAt(), Clock.State.KEPT, "kept", promise, null);
    add(moments.movedAt(), Clock.State.MOVED, "moved", promise, anew(promise));
    add(moments.agreedAt(), Clock.State.MOVED, "agreed", promise, anew(promise));
    add(moments.untoldAt(), null, "untold", promise, null);
    add(moments.brokenAt(), Clock.State.OVERDUE, "broken", promise, escalated(promise));
    add(moments.madeGoodAt(), Clock.State.KEPT, "made-good", promise, null);
    if (promise.kind() != Promise.Kind.LOOK) {
      add(moments.releasedAt(), null, "released", promise, null);
    }
  }

  /** What a message or call says of itself is not told twice. */
  private void made(Promise promise) {
    String kind = promise.kind() == Promise.Kind.LOOK ? "look" : "promised";
    add(promise.madeAt(), null, kind, promise, null);
  }

  private @Nullable String anew(Promise promise) {
    return opened.file().promises().stream()
        .filter(p -> Objects.equals(p.followsId(), promise.id()))
        .map(p -> t.say("cases.line.now-due", p.dueAt()))
        .findFirst()
        .orElse(null);
  }

  private @Nullable String escalated(Promise promise) {
    Instant at = promise.moments().escalatedAt();
    Long to = promise.moments().escalatedTo();
    if (at == null) {
      return null;
    }
    String when = t.at(at, opened.now());
    return to == null
        ? t.say("cases.line.escalated.nobody", when)
        : t.say("cases.line.escalated", opened.names().name(to), when);
  }

  private void add(
      @Nullable Instant at,
      Clock.@Nullable State clock,
      String kind,
      Promise promise,
      @Nullable String sub) {
    if (at != null) {
      lines.add(
          new Entry.Line(
              at,
              t.clockTime(at),
              kind.equals("released") ? "tick" : "plan",
              clock,
              t.say("cases.line." + kind),
              t.say("cases.promise.due", promise.words(), promise.dueAt()),
              sub));
    }
  }
}
