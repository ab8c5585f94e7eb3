package amends.remedies;

import amends.shared.NotFound;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What remedies are given in, asked from whichever room keeps it. */
@Component
final class Matters {
  private final ObjectProvider<MatterSource> sources;
  private final Permits permits;

  Matters(ObjectProvider<MatterSource> sources, Permits permits) {
    this.sources = sources;
    this.permits = permits;
  }

  Optional<Matter> find(Subject about) {
    return source(about).flatMap(source -> source.matter(about.id()));
  }

  /**
   * @throws NotFound when there is none, or the viewer may not know of it
   */
  Matter permitted(Subject about, Permission permission, Viewer by) {
    Matter matter = find(about).orElseThrow(() -> new NotFound(about));
    permits.require(by, permission, matter.scope(), about);
    return matter;
  }

  /** The same, held until the act ends. */
  Matter permittedAndHeld(Subject about, Permission permission, Viewer by) {
    Matter matter = held(about);
    permits.require(by, permission, matter.scope(), about);
    return matter;
  }

  Matter held(Subject about) {
    return source(about)
        .flatMap(source -> source.held(about.id()))
        .orElseThrow(() -> new NotFound(about));
  }

  boolean may(Viewer viewer, Permission permission, Subject about) {
    return find(about).filter(m -> permits.may(viewer, permission, m.scope())).isPresent();
  }

  /** Matters that only those whom they name may know of, of every kind. */
  List<Subject> restricted() {
    return sources.stream()
        .flatMap(source -> source.restricted().stream().map(id -> Subject.of(source.kind(), id)))
        .toList();
  }

  private Optional<MatterSource> source(Subject about) {
    List<MatterSource> all = sources.stream().toList();
    return all.stream().filter(source -> source.kind().equals(about.kind())).findFirst();
  }
}
