package amends.remedies.pay;

/**
 * What a payment connection is to be.
 *
 * @param kind a code of {@link PayProvider#kind()}
 * @param account who we are there; may be empty
 * @param secret by which we are known; empty keeps the one that it has
 * @param hookSecret by which its calls are known; empty keeps the one that it has
 */
public record PayDraft(
    String kind, String name, String url, String account, String secret, String hookSecret) {
  @Override
  public String toString() {
    return "PayDraft[" + kind + ", " + name + "]";
  }
}
