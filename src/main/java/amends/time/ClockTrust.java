package amends.time;

import java.time.Duration;

/**
 * Knows how far this machine's clock goes ahead of one that all nodes share. Where nobody knows,
 * the clock is trusted.
 */
public interface ClockTrust {
  /** Never negative: a clock that is behind rings late, and others ring in time. */
  Duration ahead();
}
