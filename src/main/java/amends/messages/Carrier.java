package amends.messages;

import java.util.Set;

/**
 * Takes what goes out over one medium to whoever carries it further. A bean for each medium that
 * machines carry; {@link Couriers} gives it deliveries and records what came of them. What people
 * carry has none: their deliveries wait until somebody says what they did ({@link Receipts}).
 */
public interface Carrier extends AutoCloseable {
  Medium medium();

  /** How much may be handed over now. */
  Room room();

  /** How many may be taken in hand for the next second, of which some at a time are handed over. */
  default int ahead() {
    return room().most();
  }

  /** The same of what one brand sends. */
  default int ahead(long brandId) {
    return ahead();
  }

  /**
   * Hands one over, within a bounded time, outside of any transaction. What it cannot do it
   * answers; it throws nothing. An interrupt ends it.
   */
  Answer carry(Parcel parcel);

  @Override
  default void close() {}

  /**
   * @param most how many; 0 when nothing can be handed over, and everything waits
   * @param shut connections that take nothing now, while others do
   */
  record Room(int most, Set<Long> shut) {
    public static final Room NONE = new Room(0, Set.of());
    public static final Room ALL = new Room(Integer.MAX_VALUE, Set.of());

    public Room {
      shut = Set.copyOf(shut);
    }
  }
}
