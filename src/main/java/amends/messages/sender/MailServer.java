package amends.messages.sender;

import amends.shared.Settings.Tls;
import org.jspecify.annotations.Nullable;

/**
 * A brand's own mail server.
 *
 * @param login empty where nobody signs in
 * @param accountId whose tokens sign in; null for the password
 * @param version another one after each change
 */
public record MailServer(
    long brandId,
    String host,
    int port,
    Tls tls,
    String login,
    @Nullable Long accountId,
    long version) {

  /**
   * What an administrator says of one.
   *
   * @param password empty keeps the one that is stored
   */
  public record Draft(
      String host, int port, Tls tls, String login, String password, @Nullable Long account) {
    @Override
    public String toString() {
      return "Draft[" + host + ":" + port + "]";
    }
  }
}
