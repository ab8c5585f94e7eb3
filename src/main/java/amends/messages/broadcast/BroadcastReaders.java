package amends.messages.broadcast;

import amends.messages.Readers;
import amends.shared.NotFound;
import amends.shared.Subject;
import amends.staff.Viewer;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What hangs on a broadcast, such as a letter to print, is for whoever may write to many. */
@Component
final class BroadcastReaders implements Readers {
  private final BroadcastRows rows;
  private final Broadcasts broadcasts;

  BroadcastReaders(BroadcastRows rows, Broadcasts broadcasts) {
    this.rows = rows;
    this.broadcasts = broadcasts;
  }

  @Override
  public boolean mayRead(Viewer viewer, Subject about) {
    return about.kind().equals("broadcast") && mayRead(viewer, about.id());
  }

  private boolean mayRead(Viewer viewer, long id) {
    try {
      return broadcasts.mayFor(rows.get(id).words().brandId(), viewer);
    } catch (NotFound gone) {
      return false;
    }
  }

  @Override
  public boolean mayWork(Viewer viewer, Subject about) {
    return mayRead(viewer, about);
  }

  @Override
  public Set<Subject> readable(Viewer viewer, Collection<Subject> abouts) {
    return abouts.stream()
        .distinct()
        .filter(about -> mayRead(viewer, about))
        .collect(Collectors.toSet());
  }
}
