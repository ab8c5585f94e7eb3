package amends.app;

import amends.app.web.HousePlate;
import amends.shared.Check;
import amends.shared.Duty;
import amends.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Holds every invariant against the record each minute, and keeps what came of it. The expensive
 * ones read only what is new, and everything once a day.
 */
@Component
public final class MinuteChecks implements Duty, HousePlate.Watch {
  private static final Logger log = LoggerFactory.getLogger(MinuteChecks.class);

  private final ObjectProvider<Check> checks;
  private final InstantSource clock;
  private final CheckMarks marks;
  private volatile @Nullable Round last;

  MinuteChecks(ObjectProvider<Check> checks, InstantSource clock, CheckMarks marks) {
    this.checks = checks;
    this.clock = clock;
    this.marks = marks;
  }

  /** All checks, run once. */
  public record Round(Instant at, List<Held> checks) {
    public boolean clean() {
      return checks.stream().allMatch(held -> held.findings().isEmpty());
    }
  }

  /**
   * One check as it came out.
   *
   * @param words the key of the sentence that says what must hold
   */
  public record Held(String code, String words, List<Check.Finding> findings) {}

  @Override
  public String name() {
    return "checks";
  }

  @Override
  public Duration pause() {
    return Duration.ofMinutes(1);
  }

  @Override
  public boolean perform() {
    last = run();
    return false;
  }

  /** The last round; the first one is run here when nobody has yet. */
  public Round last() {
    Round known = last;
    if (known == null) {
      known = run();
      last = known;
    }
    return known;
  }

  /** Before the first round nothing is known to be wrong. */
  @Override
  public boolean allIsWell() {
    Round known = last;
    return known == null || known.clean();
  }

  private Round run() {
    Instant at = clock.instant();
    List<Held> held =
        checks.stream()
            .sorted(Comparator.comparingInt(MinuteChecks::number).thenComparing(Check::words))
            .map(this::held)
            .toList();
    return new Round(at, held);
  }

  /** "I4" comes before "I10". */
  private static int number(Check check) {
    String digits = check.code().replaceAll("\\D", "");
    return digits.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  /** A check that cannot be run does not hold. */
  private Held held(Check check) {
    try {
      return new Held(check.code(), check.words(), marks.run(check));
    } catch (RuntimeException e) {
      log.warn("check {} could not be run: {}", check.code(), e.toString());
      Subject about = Subject.of("check", number(check));
      Check.Finding failed =
          new Check.Finding(
              check.code(), "could not be run: " + e.getClass().getSimpleName(), about);
      return new Held(check.code(), check.words(), List.of(failed));
    }
  }
}
