package amends.messages;

import java.time.Duration;

/** How long held mail may wait. */
public final class HeldMoments {
  /** Somebody has to have looked within. */
  public static final Duration LOOK_WITHIN = Duration.ofHours(24);

  /** From so long before that moment on it counts as soon. */
  public static final Duration SOON = Duration.ofHours(4);

  private HeldMoments() {}
}
