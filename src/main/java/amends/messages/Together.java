package amends.messages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lets hands that bring something at the same moment do it in one go, as a database commits in
 * groups: whoever finds a seat does at once what has gathered, while the others wait for it. Nobody
 * waits for company.
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

  private enum End {
    OPEN,
    DONE,
    FAILED
  }

  private static final class Place<T> {
    final T mine;
    boolean inHand;
    End end = End.OPEN;

    Place(T mine) {
      this.mine = mine;
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
    List<Place<T>> group = sit(place);
    return group.isEmpty() ? place.end == End.DONE : lead(group);
  }

  /** Those whom this hand does, itself among them; empty once another hand has done it. */
  private synchronized List<Place<T>> sit(Place<T> place) {
    boolean interrupted = false;
    waiting.add(place);
    while (place.inHand ? place.end == End.OPEN : taken == seats) {
      try {
        wait();
      } catch (InterruptedException e) {
        // The hand that has it is told to stop too; until then it is not known what became of it.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return place.inHand ? List.of() : gather(place);
  }

  /** How many wait for a seat or for a hand that takes them along. */
  synchronized int gathered() {
    return waiting.size();
  }

  private List<Place<T>> gather(Place<T> first) {
    taken++;
    waiting.remove(first);
    List<Place<T>> group = new ArrayList<>(List.of(first));
    while (group.size() < most && !waiting.isEmpty()) {
      group.add(waiting.removeFirst());
    }
    group.forEach(place -> place.inHand = true);
    return group;
  }

  private boolean lead(List<Place<T>> group) {
    boolean done = false;
    try {
      work.accept(group.stream().map(place -> place.mine).toList());
      done = true;
    } catch (RuntimeException | StackOverflowError e) {
      if (group.size() == 1) {
        throw e;
      }
    } finally {
      leave(group, done ? End.DONE : End.FAILED);
    }
    return done;
  }

  private synchronized void leave(List<Place<T>> group, End end) {
    taken--;
    group.forEach(place -> place.end = end);
    notifyAll();
  }
}
