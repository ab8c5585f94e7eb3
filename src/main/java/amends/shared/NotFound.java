package amends.shared;

/** There is no such record, or this viewer may not know that there is one: both answer 404. */
public final class NotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotFound(Subject subject) {
    super("no " + subject.kind() + " " + subject.id());
  }
}
