package amends.messages.broadcast;

import amends.messages.Answer;
import amends.messages.Carrier;
import amends.messages.Medium;
import amends.messages.Parcel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A carrier that only notes who got something, and when. */
final class Sink implements Carrier {
  private final Map<Long, List<Long>> got = new ConcurrentHashMap<>();

  @Override
  public Medium medium() {
    return Medium.EMAIL;
  }

  @Override
  public Room room() {
    return Room.ALL;
  }

  @Override
  public Answer carry(Parcel parcel) {
    got.computeIfAbsent(parcel.customerId(), c -> new CopyOnWriteArrayList<>())
        .add(System.nanoTime());
    return new Answer.Accepted("taken");
  }

  Map<Long, List<Long>> got() {
    return got;
  }
}
