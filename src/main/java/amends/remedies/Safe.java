package amends.remedies;

import amends.goods.Unit;
import java.util.List;

/** Whether something may be promised, or may leave. */
public sealed interface Safe {
  /** Nothing speaks against it. */
  record Clear() implements Safe {}

  /** It may leave, once somebody has read these. */
  record Warned(List<Hazard> hazards) implements Safe {
    public Warned {
      hazards = List.copyOf(hazards);
    }
  }

  /**
   * It must not leave.
   *
   * @param instead units of the same product that may, from other lots first
   */
  record Blocked(List<Hazard> hazards, List<Unit> instead) implements Safe {
    public Blocked {
      hazards = List.copyOf(hazards);
      instead = List.copyOf(instead);
    }
  }
}
