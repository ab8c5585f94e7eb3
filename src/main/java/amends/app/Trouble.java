package amends.app;

/** A command cannot go on; the message is one sentence with the mend, for standard error. */
public final class Trouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exit;

  private Trouble(int exit, String sentence) {
    super(sentence);
    this.exit = exit;
  }

  /** The user asked for something that does not exist or cannot be: exit 2. */
  public static Trouble usedWrongly(String sentence) {
    return new Trouble(ExitCode.USED_WRONGLY, sentence);
  }

  /** The surroundings do not let us: exit 3. */
  public static Trouble couldNotRun(String sentence) {
    return new Trouble(ExitCode.COULD_NOT_RUN, sentence);
  }

  public int exit() {
    return exit;
  }
}
