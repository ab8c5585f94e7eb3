package amends.remedies;

import amends.goods.Unit;
import java.util.List;
import java.util.stream.Stream;

/** Whether something may be promised, or may leave. */
public sealed interface Safe {
  /** Of several that are sent together none must be stopped, and every warning is read. */
  static Safe together(List<Safe> all) {
    List<Hazard> known =
        all.stream()
            .flatMap(one ->
                switch (one) {
                  case Clear clear -> Stream.<Hazard>of();
                  case Warned warned -> warned.hazards().stream();
                  case Blocked blocked -> blocked.hazards().stream();
                })
            .distinct()
            .toList();
    for (Safe one : all) {
      if (one instanceof Blocked blocked) {
        return new Blocked(known, blocked.instead());
      }
    }
    return known.isEmpty() ? new Clear() : new Warned(known);
  }

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
