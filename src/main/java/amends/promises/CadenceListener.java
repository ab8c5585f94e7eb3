package amends.promises;

import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Whatever becomes of the next promise of a rhythm, the rhythm goes on, in the same act, before the
 * rooms above look at what is owed now.
 */
@Component
final class CadenceListener {
  private final CadenceRows rows;
  private final NextBeat nextBeat;
  private final Promises promises;

  CadenceListener(CadenceRows rows, NextBeat nextBeat, Promises promises) {
    this.rows = rows;
    this.nextBeat = nextBeat;
    this.promises = promises;
  }

  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(PromiseKept event) {
    over(List.of(event.promise()), 1);
  }

  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(PromisesBroken event) {
    over(event.promises(), 1);
  }

  /** Released is no beat: it goes on where it was. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(PromiseReleased event) {
    if (!event.reason().equals(Untold.REASON)) {
      over(List.of(event.promise()), 0);
    }
  }

  /** Moved or agreed anew: what stands for it is the next one now. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(PromiseMade event) {
    Long before = event.promise().followsId();
    if (before != null) {
      rows.running(List.of(before))
          .forEach(cadence -> nextBeat.pointTo(cadence, event.promise(), cadence.beats()));
    }
  }

  /** The first promise stands again, or something has become of what stood for it. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(MoveNotTold event) {
    Promise stands = event.promise();
    List<Long> followed =
        promises.about(stands.about()).stream()
            .filter(p -> Long.valueOf(stands.id()).equals(p.followsId()))
            .map(Promise::id)
            .toList();
    for (Cadence cadence : rows.running(followed)) {
      Promise next = promises.promise(cadence.promiseId());
      if (stands.owed()) {
        nextBeat.pointTo(cadence, stands, cadence.beats());
      } else if (!next.owed()) {
        nextBeat.goOn(cadence, next, cadence.beats());
      }
    }
  }

  private void over(List<Promise> done, int beats) {
    for (Cadence cadence : rows.running(done.stream().map(Promise::id).toList())) {
      Optional<Promise> its = done.stream().filter(p -> p.id() == cadence.promiseId()).findFirst();
      // A broken one that is made good now has been followed by the next since it broke.
      its.ifPresent(promise -> nextBeat.goOn(cadence, promise, cadence.beats() + beats));
    }
  }
}
