package amends.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.cases.Case;
import amends.complaints.Complaint.Received;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The record, the return, and what is refused. */
class ReturnsTest extends Complaining {
  @Test
  void theRecordIsHeldForAsLongAsTheRulesSay() {
    long id = ruthWrites();
    received(id, "disp");
    long customer = cases.see(id, world.priya).customerId();
    assertThat(holds.of(customer))
        .anySatisfy(hold -> {
          assertThat(hold.subject()).isEqualTo(Case.subject(id));
          assertThat(hold.reviewAt()).isAfter(Instant.parse("2029-05-11T00:00:00Z"));
        });
  }

  @Test
  void theReturnCountsWhatArrivedAndNotWhatWasWritten() {
    switches.turnOn("iso-10002", LONG_AGO, world.admin);
    Regime regime = Rules.regime("iso-10002").orElseThrow();
    LocalDate day = LocalDate.of(2026, 5, 12);
    long id = ruthWrites();
    received(id, "iso-10002");
    long other = ruthWrites();
    received(other, "iso-10002");
    decided(id);
    letters.send(
        id,
        LetterKind.FINAL_RESPONSE,
        nothingMore(prepared(id, LetterKind.FINAL_RESPONSE)),
        world.tom,
        t);
    assertThat(figure(regime, day, "closed by a final response in time")).isZero();
    post.deliver();
    assertThat(figure(regime, day, "received")).isEqualTo(2);
    assertThat(figure(regime, day, "closed by a final response in time")).isOne();
    assertThat(figure(regime, day, "still open")).isOne();
    assertThat(figure(regime, day, "upheld")).isOne();
    assertThat(figure(regime, day, "redress in minor units of GBP")).isEqualTo(4_000);
    assertThat(returns.file(regime, day, day))
        .contains("iso-10002,2026-05-12,2026-05-12,received,2");
  }

  private long figure(Regime regime, LocalDate day, String what) {
    return returns.of(regime, day, day).stream()
        .filter(one -> one.what().equals(what))
        .mapToLong(Returns.Figure::n)
        .sum();
  }

  @Test
  void badInputIsRefusedWithASentence() {
    long id = ruthWrites();
    Instant now = clock.instant();
    assertThatThrownBy(() -> receive(id, now.plusSeconds(60), "written", "A consumer", "disp"))
        .hasMessage("complaints.refusal.ahead");
    assertThatThrownBy(() -> receive(id, now, "smoke", "A consumer", "disp"))
        .hasMessage("complaints.refusal.way");
    assertThatThrownBy(() -> receive(id, now, "written", " ", "disp"))
        .hasMessage("complaints.refusal.eligible");
    assertThatThrownBy(() -> receive(id, now, "written", "A consumer", "nonsense"))
        .hasMessage("complaints.refusal.regime");
    receive(id, now, "written", "A consumer", "disp");
    assertThatThrownBy(() -> receive(id, now, "written", "A consumer", "disp"))
        .hasMessage("complaints.refusal.already");
    assertThatThrownBy(() -> switches.turnOn("uk-data", LONG_AGO, world.admin))
        .hasMessage("complaints.refusal.not-in-force");
  }

  private void receive(long id, Instant at, String way, String eligible, String regime) {
    complaints.receive(
        id, new Received(at, way, "", eligible, false, false, List.of(regime)), world.priya);
  }
}
