package amends.messages.trust;

/** Why nothing can be said of a server: for good, or at this moment. */
final class SpfError extends Exception {
  private static final long serialVersionUID = 1L;

  private final SpfResult result;

  private SpfError(SpfResult result) {
    super(result.word(), null, false, false);
    this.result = result;
  }

  static SpfError perm() {
    return new SpfError(SpfResult.PERMERROR);
  }

  static SpfError temp() {
    return new SpfError(SpfResult.TEMPERROR);
  }

  SpfResult result() {
    return result;
  }
}
