package amends.app;

/** What the program's exit codes mean, for every command alike. */
public final class ExitCode {
  public static final int DONE = 0;
  public static final int FOUND_SOMETHING = 1;
  public static final int USED_WRONGLY = 2;
  public static final int COULD_NOT_RUN = 3;

  private ExitCode() {}
}
