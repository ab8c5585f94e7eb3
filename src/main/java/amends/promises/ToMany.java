package amends.promises;

import amends.messages.DeliveryFailed;
import amends.messages.broadcast.BroadcastReached;
import amends.messages.broadcast.WordGiven;
import amends.promises.ToManyRows.Told;
import amends.promises.ToManyRows.Word;
import amends.shared.Actor;
import amends.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a broadcast promises is owed to each who was told, from the moment in which they were: made
 * in one statement for all who were recorded together. Whoever hears of another moment in time has
 * theirs moved; whoever hears what was promised has theirs kept.
 */
@Component
final class ToMany implements WordGiven {
  static final String KIND = "broadcast";

  private final ToManyRows rows;
  private final Guard guard;
  private final Promises promises;
  private final Untold untold;
  private final InstantSource clock;

  ToMany(ToManyRows rows, Guard guard, Promises promises, Untold untold, InstantSource clock) {
    this.rows = rows;
    this.guard = guard;
    this.promises = promises;
    this.untold = untold;
    this.clock = clock;
  }

  @EventListener
  void on(BroadcastReached event) {
    rows.word(event.broadcastId()).ifPresent(word -> said(word, rows.told(event.deliveries())));
  }

  private void said(Word word, List<Told> told) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Map<Long, @Nullable Long> follows = new TreeMap<>();
    told.forEach(one -> follows.put(one.customer(), null));
    if (!word.family().isEmpty()) {
      Map<Long, Long> customers = new TreeMap<>();
      told.forEach(one -> customers.put(one.card(), one.customer()));
      for (Promise old : earlier(word, told, now)) {
        Long customer = customers.get(old.customerId());
        if (word.moves() && customer != null) {
          follows.put(customer, old.id());
        }
      }
    }
    if (word.words() != null) {
      List<Promise> made = rows.make(word, follows, now);
      guard.watchAll(made);
      guard.noteAll("promise.made", made, word.by(), Map.of());
    }
  }

  private List<Promise> earlier(Word word, List<Told> told, Instant now) {
    List<Promise> ended = word.moves() ? rows.moved(word, told, now) : rows.kept(word, told, now);
    guard.stand(ended.stream().map(Promise::id).toList());
    note(word.moves() ? "promise.moved" : "promise.kept", ended, now, word.by());
    return ended;
  }

  private void note(String kind, List<Promise> ended, Instant now, Actor by) {
    List<Promise> late = ended.stream().filter(Promise::broken).toList();
    guard.noteAll(
        "promise.broken", late.stream().filter(p -> now.equals(p.moments().brokenAt())).toList());
    guard.noteAll("promise.made_good", late, by, Map.of());
    guard.noteAll(kind, ended.stream().filter(p -> !p.broken()).toList(), by, Map.of());
  }

  /**
   * It came back and no other way is left: what it promised is promised to nobody, and what it was
   * to keep or to move is owed as before.
   */
  @EventListener
  void on(DeliveryFailed event) {
    if (!event.about().kind().equals(KIND)) {
      return;
    }
    Subject delivery = Subject.of("delivery", event.deliveryId());
    promises.takenUpAgain(delivery, Actor.SYSTEM);
    untold.failed(delivery);
    rows.unheard(event.about().id(), event.deliveryId())
        .forEach(id -> promises.release(id, Untold.REASON, Actor.SYSTEM));
  }

  @Override
  public Standing standing(long broadcast) {
    return rows.standing(broadcast);
  }
}
