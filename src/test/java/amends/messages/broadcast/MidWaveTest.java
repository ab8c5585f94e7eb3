package amends.messages.broadcast;

import org.junit.jupiter.api.Test;

/**
 * A mass incident in small: while one wave goes out, people join, are merged and opt out. Each
 * person gets it once, and nobody after their opt-out was committed.
 */
class MidWaveTest extends MidWave {
  @Test
  void oneForEachPersonAndWaveAndNoneAfterAnOptOut() throws InterruptedException {
    wave(2_000);
  }
}
