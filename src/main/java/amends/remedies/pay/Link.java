package amends.remedies.pay;

/**
 * One connection with its secrets open, for the length of a call.
 *
 * @param url without a slash at the end
 */
public record Link(String url, String account, String secret, String hookSecret) {
  @Override
  public String toString() {
    return "Link[" + url + "]";
  }
}
