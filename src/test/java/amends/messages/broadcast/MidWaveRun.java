package amends.messages.broadcast;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** F27: fifty thousand customers, some of whom come, are merged or opt out in mid-wave. */
@Tag("longrun")
class MidWaveRun extends MidWave {
  @Test
  void oneForEachPersonAndWaveAndNoneAfterAnOptOut() throws InterruptedException {
    wave(Integer.getInteger("faults.people", 50_000));
  }
}
