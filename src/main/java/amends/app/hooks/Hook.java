package amends.app.hooks;

import amends.shared.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program that is called when something happened.
 *
 * @param kinds patterns such as {@code case.*} or {@code promise.broken}
 * @param brandId only what belongs to a case of this brand; null for everything
 * @param expandedSeal how far the journal has been turned into calls
 * @param failing tries in a row that failed
 * @param offAt since when it is not called; null while it is
 * @param offWhy person, failing or gone; null while it is called
 */
public record Hook(
    long id,
    String name,
    String url,
    List<String> kinds,
    @Nullable Long brandId,
    long expandedSeal,
    int failing,
    @Nullable Instant offAt,
    @Nullable String offWhy,
    Instant madeAt) {
  public Hook {
    kinds = List.copyOf(kinds);
  }

  public boolean isOn() {
    return offAt == null;
  }

  public static Subject subject(long id) {
    return Subject.of("hook", id);
  }

  /** What a hook is to be. */
  public record Draft(String name, String url, List<String> kinds, @Nullable Long brandId) {
    public Draft {
      kinds = List.copyOf(kinds);
    }
  }

  /**
   * One call and what came of it.
   *
   * @param state waiting, delivered, dead or aside (kept while the hook is off)
   * @param trouble what went wrong last time, in plain words; null when nothing did
   * @param lastBody the beginning of the last answer; for administrators only
   */
  public record Call(
      long id,
      long hookId,
      long sealNo,
      String event,
      String kind,
      String state,
      int attempts,
      @Nullable String trouble,
      @Nullable Integer lastStatus,
      @Nullable String lastBody,
      @Nullable Instant lastTryAt,
      Instant readyAt,
      Instant madeAt) {}
}
