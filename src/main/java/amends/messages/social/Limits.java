package amends.messages.social;

import amends.messages.Answer;
import amends.messages.HttpAnswers;
import amends.shared.net.Wire;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How networks tell how much they still take, and when more. */
final class Limits {
  private static final Duration LONGEST = Duration.ofHours(1);

  private Limits() {}

  /** Until when nothing more is taken, where the answer says that this was the last. */
  static Optional<Duration> spent(Wire.Answer answer, Instant now) {
    String left = either(answer.headers(), "x-ratelimit-remaining", "ratelimit-remaining");
    return left.equals("0") || answer.status() == 429 ? reset(answer, now) : Optional.empty();
  }

  /** A moment, or seconds since 1970. */
  private static Optional<Duration> reset(Wire.Answer answer, Instant now) {
    String said = either(answer.headers(), "x-ratelimit-reset", "ratelimit-reset");
    Instant at;
    try {
      at =
          said.matches("\\d{1,12}")
              ? Instant.ofEpochSecond(Long.parseLong(said))
              : Instant.parse(said);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    Duration pause = Duration.between(now, at);
    return pause.isNegative() || pause.isZero()
        ? Optional.empty()
        : Optional.of(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
  }

  /** What a status means on any network; null where it depends on which. */
  static @Nullable Answer usual(Wire.Answer answer, Instant now) {
    Optional<Duration> pause = Limits.spent(answer, now);
    return answer.status() == 429 && pause.isPresent()
        ? new Answer.Busy("it asked us to wait (429)", pause.get())
        : HttpAnswers.usual(answer);
  }

  private static String either(Map<String, String> headers, String one, String other) {
    return headers.getOrDefault(one, headers.getOrDefault(other, "")).strip();
  }
}
