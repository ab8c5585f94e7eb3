package amends.promises;

import amends.shared.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A rhythm of updates, as the house has defined it.
 *
 * @param severity how bad it must be that it is offered first
 * @param channel the code of the medium that it is meant for; "" for whatever they prefer
 * @param safety whether it goes on through the customer's quiet hours
 * @param stages one after the other; the last has no end
 */
public record CadenceRule(
    long id,
    String name,
    Audience audience,
    Severity severity,
    String channel,
    boolean workingHours,
    boolean safety,
    List<Stage> stages) {
  private static final int LONGEST_NAME = 80;
  private static final int MOST_STAGES = 6;

  public CadenceRule {
    stages = List.copyOf(stages);
  }

  /** Who hears of it. */
  public enum Audience {
    CUSTOMER,
    /** Ourselves: a look, and a word to colleagues. */
    INSIDE,
    PUBLIC;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws Refusal of the field {@code audience} when there is none of this code
     */
    public static Audience of(String code) {
      return Arrays.stream(values())
          .filter(one -> one.code().equals(code))
          .findFirst()
          .orElseThrow(() -> new Refusal("audience", "promises.cadence.refuse.choice"));
    }
  }

  /** How bad something is. */
  public enum Severity {
    ANY,
    MINOR,
    MAJOR,
    CRITICAL;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws Refusal of the field {@code severity} when there is none of this code
     */
    public static Severity of(String code) {
      return Arrays.stream(values())
          .filter(one -> one.code().equals(code))
          .findFirst()
          .orElseThrow(() -> new Refusal("severity", "promises.cadence.refuse.choice"));
    }
  }

  /** In what its time is counted. Days keep the time of the day. */
  public enum Unit {
    MINUTES,
    HOURS,
    DAYS;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Unit of(String code) {
      return Arrays.stream(values())
          .filter(one -> one.code().equals(code))
          .findFirst()
          .orElseThrow(() -> new Refusal("stages", "promises.cadence.refuse.choice"));
    }
  }

  /**
   * @param times how often; null for ever
   */
  public record Stage(int every, Unit unit, @Nullable Integer times) {}

  /** What holds after so many beats. */
  public Stage stage(int beats) {
    int left = beats;
    for (Stage stage : stages) {
      if (stage.times() == null || left < stage.times()) {
        return stage;
      }
      left -= stage.times();
    }
    return stages.getLast();
  }

  /**
   * @throws Refusal of the field that is missing or cannot be
   */
  void requireSound() {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new Refusal("name", "promises.cadence.refuse.name");
    }
    boolean sound =
        !stages.isEmpty()
            && stages.size() <= MOST_STAGES
            && stages.getLast().times() == null
            && stages.stream().limit(stages.size() - 1L).allMatch(s -> s.times() != null)
            && stages.stream().allMatch(s -> s.every() > 0 && s.every() <= 1_000)
            && stages.stream().allMatch(s -> s.unit() != Unit.MINUTES || s.every() >= 5);
    if (!sound) {
      throw new Refusal("stages", "promises.cadence.refuse.stages");
    }
  }
}
