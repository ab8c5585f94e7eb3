package amends.messages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets hands that bring something at the same moment do it in one go, as a database commits in
 * groups: whoever finds a seat does at once what has gathered, while the others wait for it. Nobody
 * waits for company. Whoever leaves a seat hands it to the one who has waited longest, and wakes
 * nobody else but those whose things were done.
 */
final class Together<T> {
  private final int seats;
  private final int most;
  private final Consumer<List<T>> work;
  private final Deque<Place<T>> waiting = new ArrayDeque<>();
  private int taken;

  /**
   * @param seats how many groups are in hand at once
   * @param most how many belong to a group
   * @param work does all of them or, when it throws, none
   */
  Together(int seats, int most, Consumer<List<T>> work) {
    this.seats = seats;
    this.most = most;
    this.work = work;
  }

  /** Somebody's turn comes once: to do a group, or to hear what became of theirs. */
  private static final class Place<T> {
    final T mine;
    private final Semaphore turn = new Semaphore(0);
    private @Nullable List<Place<T>> group;
    private boolean done;

    Place(T mine) {
      this.mine = mine;
    }

    void leads(List<Place<T>> all) {
      group = all;
      turn.release();
    }

    void ends(boolean well) {
      done = well;
      turn.release();
    }
  }

  /**
   * Returns when it is done, by this hand or another.
   *
   * @return false when the group failed, by whomever's fault: then nothing of it was done, and each
   *     has to be done by itself
   * @throws RuntimeException what the work threw, for somebody who was alone
   */
  boolean bring(T mine) {
    Place<T> place = new Place<>(mine);
    sit(place);
    // The hand that has it is told to stop too; until then it is not known what became of it.
    place.turn.acquireUninterruptibly();
    return place.group == null ? place.done : lead(place, place.group);
  }

  private synchronized void sit(Place<T> place) {
    if (taken == seats) {
      waiting.add(place);
    } else {
      taken++;
      place.leads(List.of(place));
    }
  }

  /** How many wait for a seat or for a hand that takes them along. */
  synchronized int gathered() {
    return waiting.size();
  }

  private boolean lead(Place<T> leader, List<Place<T>> group) {
    boolean done = false;
    try {
      work.accept(group.stream().map(place -> place.mine).toList());
      done = true;
    } catch (RuntimeException | StackOverflowError e) {
      if (group.size() == 1) {
        throw e;
      }
    } finally {
      leave();
      for (Place<T> place : group) {
        if (place != leader) {
          place.ends(done);
        }
      }
    }
    return done;
  }

  private synchronized void leave() {
    Place<T> next = waiting.poll();
    if (next == null) {
      taken--;
      return;
    }
    List<Place<T>> group = new ArrayList<>(List.of(next));
    while (group.size() < most && !waiting.isEmpty()) {
      group.add(waiting.poll());
    }
    next.leads(group);
  }
}
