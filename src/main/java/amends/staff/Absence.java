package amends.staff;

import amends.shared.Refusal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * When a colleague is not at work; why is nobody's business here.
 *
 * @param from the first moment away
 * @param until the first moment back
 */
public record Absence(long id, long personId, Instant from, Instant until, Kind kind) {

  /** What others need to know of it. */
  public enum Kind {
    /** A holiday, a training: known beforehand. */
    PLANNED,
    /** Nobody could know: what is due may need somebody at once. */
    SUDDEN,
    /** Between two shifts. */
    SHIFT;

    /** As it stands in the database, the journal and forms. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws Refusal of the field {@code kind} when there is no such kind
     */
    public static Kind of(String code) {
      return Arrays.stream(values())
          .filter(kind -> kind.code().equals(code))
          .findFirst()
          .orElseThrow(() -> new Refusal("kind", "staff.absence.refuse.kind"));
    }
  }

  public boolean covers(Instant moment) {
    return !from.isAfter(moment) && until.isAfter(moment);
  }
}
