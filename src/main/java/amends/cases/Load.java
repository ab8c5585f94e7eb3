package amends.cases;

/**
 * How much somebody has in hand.
 *
 * @param open cases that they own and that wait for nobody else
 * @param dueSoon those of them whose next moment comes within four hours, or has passed
 */
public record Load(int open, int dueSoon) {
  public static final Load NOTHING = new Load(0, 0);
}
