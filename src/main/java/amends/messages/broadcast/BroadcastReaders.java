package amends.messages.broadcast;

import amends.messages.Readers;
import amends.shared.NotFound;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Scope;
import amends.staff.Viewer;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What hangs on a broadcast, such as a letter to print or a call to make, is for whoever may write
 * to many, and for the front line of its brand.
 */
@Component
final class BroadcastReaders implements Readers {
  private final BroadcastRows rows;
  private final Broadcasts broadcasts;
  private final Permits permits;

  BroadcastReaders(BroadcastRows rows, Broadcasts broadcasts, Permits permits) {
    this.rows = rows;
    this.broadcasts = broadcasts;
    this.permits = permits;
  }

  @Override
  public boolean mayRead(Viewer viewer, Subject about) {
    return about.kind().equals("broadcast") && mayRead(viewer, about.id());
  }

  private boolean mayRead(Viewer viewer, long id) {
    try {
      long brand = rows.get(id).words().brandId();
      return broadcasts.mayFor(brand, viewer) || isFrontLine(brand, viewer);
    } catch (NotFound gone) {
      return false;
    }
  }

  private boolean isFrontLine(long brand, Viewer viewer) {
    return viewer.grants().stream()
        .anyMatch(
            g -> permits.may(viewer, Permission.WORK_CASE, Scope.of(null, g.teamId(), brand)));
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
