package amends.staff.provider;

/** The provider did not let somebody in. */
public final class ProviderTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What one can tell a person. */
  public enum Kind {
    /** It does not answer, or not as a provider does. */
    AWAY,
    /** It answered, and what it said cannot be trusted or is no sign-in. */
    REFUSED
  }

  private final Kind kind;

  ProviderTrouble(Kind kind, String detail, Throwable cause) {
    super(detail, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
