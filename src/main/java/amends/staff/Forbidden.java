package amends.staff;

/** The viewer may know that it is there and may not do this with it: answers 403. */
public final class Forbidden extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Forbidden(Viewer viewer, Permission permission) {
    super(viewer.actor().kind() + " " + viewer.actor().id() + " may not " + permission);
  }
}
