package amends.messages.account;

/**
 * No token came.
 *
 * <p>{@link #key} names a sentence with the mend; {@link #detail} is one line of what the other
 * side said, never a secret.
 */
public final class TokenTrouble extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 300;

  private final String key;
  private final String detail;
  private final boolean forGood;

  /**
   * @param forGood whether only a person can mend it
   */
  TokenTrouble(String key, String detail, boolean forGood) {
    super(key);
    this.key = key;
    String line = detail.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    this.detail = line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    this.forGood = forGood;
  }

  public String key() {
    return key;
  }

  public String detail() {
    return detail;
  }

  boolean isForGood() {
    return forGood;
  }
}
