package amends.app;

/** The program. */
public final class Amends {
  private Amends() {}

  public static void main(String[] args) {}
}
