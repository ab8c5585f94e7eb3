package amends.staff;

import amends.shared.NotFound;
import amends.shared.Subject;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The one place that says who may do what. Pages, API, lists, counts, search and live streams all
 * ask here: one record by {@link #may}, many by {@link #visible}.
 */
@Component
public final class Permits {
  /** Whether the viewer may do this with a record that belongs there. */
  public boolean may(Viewer viewer, Permission permission, Scope scope) {
    Set<Long> named = scope.named();
    if (named != null) {
      return viewer.mayBeUsedFor(permission)
          && named.contains(viewer.id())
          && Policy.OWNER.contains(permission);
    }
    return viewer.mayBeUsedFor(permission)
        && (owns(viewer, permission, scope)
            || viewer.grants().stream().anyMatch(g -> allows(g, permission, scope)));
  }

  /** Whether the viewer may do what is not about a record: health, people, held mail. */
  public boolean may(Viewer viewer, Permission permission) {
    return may(viewer, permission, Scope.HOUSE);
  }

  /** Whether the viewer may do this for some brand as a whole. */
  public boolean mayInABrand(Viewer viewer, Permission permission) {
    return viewer.grants().stream()
        .anyMatch(g -> may(viewer, permission, Scope.of(null, null, g.brandId())));
  }

  /** Whether the viewer may do this anywhere at all, in however small a part of the house. */
  public boolean maySomewhere(Viewer viewer, Permission permission) {
    return viewer.mayBeUsedFor(permission)
        && viewer.grants().stream().anyMatch(g -> Policy.allows(g.role(), permission));
  }

  /**
   * @throws Forbidden when there is no part of the house where the viewer may
   */
  public void requireSomewhere(Viewer viewer, Permission permission) {
    if (!maySomewhere(viewer, permission)) {
      throw new Forbidden(viewer, permission);
    }
  }

  /**
   * @throws Forbidden when there is no brand for which the viewer may
   */
  public void requireInABrand(Viewer viewer, Permission permission) {
    if (!mayInABrand(viewer, permission)) {
      throw new Forbidden(viewer, permission);
    }
  }

  /**
   * @throws NotFound when the viewer may not even know of the record
   * @throws Forbidden when the viewer may see it, but not do this with it
   */
  public void require(Viewer viewer, Permission permission, Scope scope, Subject subject) {
    if (may(viewer, permission, scope)) {
      return;
    }
    if (!may(viewer, Permission.SEE_CASE, scope)) {
      throw new NotFound(subject);
    }
    throw new Forbidden(viewer, permission);
  }

  /**
   * @throws Forbidden when the viewer may not
   */
  public void require(Viewer viewer, Permission permission) {
    if (!may(viewer, permission)) {
      throw new Forbidden(viewer, permission);
    }
  }

  /** The same answer as {@link #may} for {@link Permission#SEE_CASE}, as a condition in SQL. */
  public Visible visible(Viewer viewer) {
    List<Grant> seeing =
        viewer.grants().stream()
            .filter(g -> viewer.mayBeUsedFor(Permission.SEE_CASE))
            .filter(g -> Policy.allows(g.role(), Permission.SEE_CASE))
            .distinct()
            .toList();
    return Visible.of(viewer.id(), seeing);
  }

  private static boolean owns(Viewer viewer, Permission permission, Scope scope) {
    Long owner = scope.ownerId();
    return owner != null && owner == viewer.id() && Policy.OWNER.contains(permission);
  }

  private static boolean allows(Grant grant, Permission permission, Scope scope) {
    return Policy.allows(grant.role(), permission)
        && switch (permission.where()) {
          case SCOPE -> grant.reaches(scope);
          case ANYWHERE -> true;
          case EVERYWHERE -> grant.isEverywhere();
        };
  }
}
