package amends.remedies;

import amends.staff.Viewer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Patterns that are looked into quietly, apart from backing; the rules are data. */
@Component
public final class Suspicions {
  /** What nobody has looked at, the oldest first; only what the viewer has no hand in. */
  public List<Suspicion> queue(Viewer viewer, int most) {
    throw new UnsupportedOperationException();
  }

  /**
   * There is nothing in it: the grant goes to backing like any other.
   *
   * @throws amends.shared.Refusal without words, or when it is the viewer's own grant
   */
  public Suspicion clear(long id, String words, Viewer by) {
    throw new UnsupportedOperationException();
  }

  /** There is something in it; stopping or reclaiming is an act of its own. */
  public Suspicion confirm(long id, String words, Viewer by) {
    throw new UnsupportedOperationException();
  }
}
