package amends.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.testing.DatabaseTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A limit is one only while it leaves the same rows as the program. */
@DatabaseTest
class LimitsTest {
  private static final int FEW = 200;

  @Autowired ApplicationContext context;

  @Test
  void ringingLeavesWhatItsLimitLeaves() {
    var ringing = new Ringing(context);

    Footprint real = ringing.real(FEW, new Pace());
    Footprint limit = ringing.limit(FEW, new Pace());

    real.mustEqual(limit);
    assertThat(counts(real))
        .containsOnlyKeys("promise", "alarm", "journal_entry", "journal_pending");
    assertThat(counts(real).values()).containsOnly((long) FEW);
  }

  @Test
  void takingInLeavesWhatItsLimitLeaves() {
    var taking = new Taking(context);

    Footprint real = taking.real(FEW, new Pace());
    Footprint limit = taking.limit(FEW, new Pace());

    real.mustEqual(limit);
    assertThat(counts(real)).containsEntry("amends_case", (long) FEW);
    assertThat(counts(real)).containsEntry("alarm", 2L * FEW);
    assertThat(counts(real)).containsEntry("message", 2L * FEW);
    assertThat(counts(real)).containsEntry("journal_entry", 7L * FEW);
  }

  @Test
  void writingToManyLeavesWhatItsLimitLeaves() {
    try (var spreading = new Spreading(context, FEW)) {
      Spreading.Sent real = spreading.expanded(new Pace());
      spreading.drained(real, new Pace());
      Footprint left = spreading.footprint(real);
      Spreading.Sent limit = spreading.expandedAtOnce(new Pace());
      spreading.marked(limit, new Pace());

      left.mustEqual(spreading.footprint(limit));
      assertThat(counts(left)).containsEntry("delivery", (long) FEW);
    }
  }

  @Test
  void anotherFootprintIsRefused() {
    var ringing = new Ringing(context);
    Footprint more = ringing.real(FEW + 1, new Pace());
    Footprint fewer = ringing.real(FEW, new Pace());

    assertThatThrownBy(() -> more.mustEqual(fewer)).hasMessageContaining("other rows in alarm");
  }

  private static Map<String, Long> counts(Footprint footprint) {
    var counts = new java.util.TreeMap<String, Long>();
    footprint.tables().forEach((name, rows) -> counts.put(name, rows.count()));
    return counts;
  }
}
