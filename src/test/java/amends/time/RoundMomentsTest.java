package amends.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Moments that follow from others are told as people say them. */
class RoundMomentsTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

  @Test
  void goesUpAndNeverDown() {
    assertThat(hour("2026-05-12T13:07:00Z", LONDON)).isEqualTo("2026-05-12T14:00:00Z");
    assertThat(hour("2026-05-12T13:00:00.000001Z", LONDON)).isEqualTo("2026-05-12T14:00:00Z");
    assertThat(hour("2026-05-12T13:59:59.999999Z", LONDON)).isEqualTo("2026-05-12T14:00:00Z");
    assertThat(quarter("2026-05-12T13:07:00Z")).isEqualTo("2026-05-12T13:15:00Z");
    assertThat(quarter("2026-05-12T13:46:00Z")).isEqualTo("2026-05-12T14:00:00Z");
  }

  @Test
  void leavesWhatIsRound() {
    assertThat(hour("2026-05-12T13:00:00Z", LONDON)).isEqualTo("2026-05-12T13:00:00Z");
    assertThat(quarter("2026-05-12T13:45:00Z")).isEqualTo("2026-05-12T13:45:00Z");
  }

  /** Where clocks stand half an hour aside, the full hour is theirs. */
  @Test
  void goesByTheClockOnTheirWall() {
    assertThat(hour("2026-05-12T13:07:00Z", KOLKATA)).isEqualTo("2026-05-12T13:30:00Z");
    assertThat(hour("2026-05-12T13:30:00Z", KOLKATA)).isEqualTo("2026-05-12T13:30:00Z");
  }

  /** In the hour that there is twice, the first time round. */
  @Test
  void staysLaterWhereTheClockIsPutBack() {
    assertThat(hour("2026-10-25T00:20:00Z", LONDON)).isEqualTo("2026-10-25T01:00:00Z");
    assertThat(hour("2026-10-25T01:20:00Z", LONDON)).isEqualTo("2026-10-25T02:00:00Z");
  }

  private static Instant hour(String at, ZoneId zone) {
    return RoundMoments.hour(Instant.parse(at), zone);
  }

  private static Instant quarter(String at) {
    return RoundMoments.quarter(Instant.parse(at), ZoneOffset.UTC);
  }
}
