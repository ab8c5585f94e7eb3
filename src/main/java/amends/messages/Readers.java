package amends.messages;

import amends.shared.Subject;
import amends.staff.Viewer;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Who may read what is about something. The room whose matters messages are about implements it;
 * the pages of messages, attachments and held mail ask it.
 */
public interface Readers {
  boolean mayRead(Viewer viewer, Subject about);

  /** Whether the viewer may act on it. */
  boolean mayWork(Viewer viewer, Subject about);

  /** Those of these that the viewer may read, in one look however many they are. */
  Set<Subject> readable(Viewer viewer, Collection<Subject> abouts);

  /** The matter that a colleague names by its number; empty when the viewer may not see it. */
  default Optional<Subject> find(Viewer viewer, String number) {
    return number.strip().matches("[1-9][0-9]{0,17}")
        ? Optional.of(Subject.of("case", Long.parseLong(number.strip())))
            .filter(about -> mayRead(viewer, about))
        : Optional.empty();
  }

  /** The number that colleagues say. */
  default String number(Subject about) {
    return String.valueOf(about.id());
  }
}
