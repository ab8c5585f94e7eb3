package amends.app.postgres;

/** PostgreSQL cannot serve; the message is one sentence with the mend, fit for standard error. */
public final class PostgresTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PostgresTrouble(String sentence) {
    super(sentence);
  }

  public PostgresTrouble(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
