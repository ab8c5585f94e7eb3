package amends.shared.page;

import static org.assertj.core.api.Assertions.assertThat;

import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.shared.page.Clock.State;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTest {
  private static final Instant NOW = Instant.parse("2026-05-12T13:07:00Z");
  private final Voice t = Texts.strict().voice(Locale.UK, ZoneId.of("Europe/London"));

  @ParameterizedTest
  @CsvSource({
    "PT3H20M, PLENTY, in 3 h 20 min",
    "PT3H, PLENTY, in 3 h",
    "PT19H12M, PLENTY, in 19 h",
    "PT24H, PLENTY, in 1 day",
    "PT60H, PLENTY, in 2 days",
    "PT1H, SOON, 1 h left",
    "PT23M, SOON, 23 min left",
    "PT22M1S, SOON, 23 min left",
    "PT59S, SOON, under 1 min left",
    "PT0S, SOON, under 1 min left",
    "PT-1S, OVERDUE, under 1 min late",
    "PT-12M-40S, OVERDUE, 12 min late",
    "PT-5H-7M, OVERDUE, 5 h 7 min late",
    "PT-49H, OVERDUE, 2 days late",
  })
  void saysHowLongThereIs(Duration left, State state, String words) {
    Clock clock = Clock.running(t, NOW.plus(left), NOW, Duration.ofHours(1));
    assertThat(clock.words()).isEqualTo(words);
    assertThat(clock.state()).isEqualTo(state);
    assertThat(clock.state().ticks()).isTrue();
  }

  @Test
  void saysWhenAPromiseWasKeptOrMoved() {
    Instant at = Instant.parse("2026-05-12T09:02:00Z");
    assertThat(Clock.kept(t, at, NOW).words()).isEqualTo("kept 10:02");
    assertThat(Clock.moved(t, at, NOW).words()).isEqualTo("moved 10:02");
    assertThat(Clock.kept(t, at, NOW).state().ticks()).isFalse();
  }
}
