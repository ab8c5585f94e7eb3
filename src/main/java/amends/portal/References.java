package amends.portal;

import amends.cases.Cases;
import amends.shared.Refusal;
import amends.staff.Viewer;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the case that somebody names on the telephone. It proves nothing about who they are. */
@Component
public final class References {
  private static final int AN_HOUR = 60;

  private final Cases cases;
  private final Knocks knocks;

  References(Cases cases, Knocks knocks) {
    this.cases = cases;
    this.knocks = knocks;
  }

  /**
   * @return the case's number; empty also when the viewer may not know of it
   * @throws Refusal after too many within an hour
   */
  public Optional<Long> find(String said, Viewer by) {
    if (!knocks.admits("reference", "person " + by.id(), AN_HOUR, Duration.ofHours(1))) {
      throw new Refusal("said", "portal.refusal.too-often");
    }
    return Reference.read(said).filter(id -> cases.maySee(id, by));
  }
}
