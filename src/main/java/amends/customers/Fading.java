package amends.customers;

import amends.shared.Subject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Makes matters unreadable whose period is over: the words, letters, files and raw mail of a case,
 * in every room and in the search, by the same statements as an erasure. The customers stay.
 */
@Component
public final class Fading {
  private final Traced traced;
  private final InstantSource clock;

  Fading(Traced traced, InstantSource clock) {
    this.traced = traced;
    this.clock = clock;
  }

  /**
   * Part of the caller's act, who has looked for holds.
   *
   * @return rows by table; no names
   */
  public Map<String, Integer> fade(List<Subject> matters) {
    Traces traces = new Traces(0, List.of(), List.of(), List.of(), matters, clock.instant());
    return traced.wipe(traces).counts();
  }
}
