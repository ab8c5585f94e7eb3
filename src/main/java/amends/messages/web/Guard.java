package amends.messages.web;

import amends.messages.Readers;
import amends.shared.NotFound;
import amends.shared.Subject;
import amends.staff.Viewer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the room that a message is about. Without such a room nobody may read. */
@Component
final class Guard {
  private final ObjectProvider<Readers> readers;

  Guard(ObjectProvider<Readers> readers) {
    this.readers = readers;
  }

  /**
   * @param what the thing that was asked for; what may not be read is not there
   * @throws NotFound when the viewer may not read it
   */
  void require(Viewer viewer, Subject about, Subject what) {
    if (!mayRead(viewer, about)) {
      throw new NotFound(what);
    }
  }

  /**
   * @throws NotFound when the viewer may not act on it
   */
  void requireWork(Viewer viewer, Subject about, Subject what) {
    if (!mayWork(viewer, about)) {
      throw new NotFound(what);
    }
  }

  boolean mayWork(Viewer viewer, Subject about) {
    return readers.stream().anyMatch(r -> r.mayWork(viewer, about));
  }

  boolean mayRead(Viewer viewer, Subject about) {
    return readers.stream().anyMatch(r -> r.mayRead(viewer, about));
  }

  Set<Subject> readable(Viewer viewer, Set<Subject> abouts) {
    return readers.stream()
        .flatMap(r -> r.readable(viewer, abouts).stream())
        .collect(Collectors.toSet());
  }

  Optional<Subject> find(Viewer viewer, String number) {
    return readers.stream().flatMap(r -> r.find(viewer, number).stream()).findFirst();
  }

  String number(Subject about) {
    return readers.stream().map(r -> r.number(about)).findFirst().orElse("");
  }
}
