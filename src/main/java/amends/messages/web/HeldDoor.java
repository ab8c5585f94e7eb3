package amends.messages.web;

import amends.messages.Held;
import amends.messages.HeldCount;
import amends.messages.Messages;
import amends.shared.NotFound;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who may look at which held mail. What seems to belong to a case is for those who may see that
 * case. Whoever sees everything sees all of it, so that none is hidden from everybody.
 */
@Component
final class HeldDoor {
  private final Messages messages;
  private final Permits permits;
  private final Guard guard;

  HeldDoor(Messages messages, Permits permits, Guard guard) {
    this.messages = messages;
    this.permits = permits;
    this.guard = guard;
  }

  /**
   * @throws NotFound when the viewer may not see what it is about
   */
  Held require(Viewer viewer, long id) {
    permits.require(viewer, Permission.HOLD_MAIL);
    Held held = messages.held(id);
    if (!maySee(viewer, held)) {
      throw new NotFound(Subject.of("held", id));
    }
    return held;
  }

  boolean maySee(Viewer viewer, Held held) {
    Subject about = held.about();
    return about == null || permits.visible(viewer).everything() || guard.mayRead(viewer, about);
  }

  /** What a count may hold, by the same rule. */
  List<HeldCount> visible(Viewer viewer, List<HeldCount> counts) {
    Set<Subject> abouts =
        counts.stream().flatMap(c -> Stream.ofNullable(c.about())).collect(Collectors.toSet());
    if (abouts.isEmpty() || permits.visible(viewer).everything()) {
      return counts;
    }
    Set<Subject> readable = guard.readable(viewer, abouts);
    return counts.stream().filter(c -> c.about() == null || readable.contains(c.about())).toList();
  }
}
