package amends.time;

import java.time.Instant;
import java.util.List;

/** Who is called when an alarm rings. Implemented by the room whose promise the alarm guards. */
public interface Bell {
  /** A past-proof name, kept in the database, such as {@code promise.due}. */
  String name();

  /**
   * Acts on alarms that ring together, in the transaction that also marks them as rung: an
   * exception undoes the ringing. Alarms of one batch come in the order of their due moments.
   */
  void ring(List<Rung> due, Instant now);
}
