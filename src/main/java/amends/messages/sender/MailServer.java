package amends.messages.sender;

import amends.shared.Settings.Tls;
import org.jspecify.annotations.Nullable;

/**
 * A brand's own mail server.
 *
 * @param login empty where nobody signs in
 * @param accountId whose tokens sign in; null for the password
 * @param perMinute how many mails it is given in a minute by each node; 0 for as many as it takes
 * @param version another one after each change
 */
public record MailServer(
    long brandId,
    String host,
    int port,
    Tls tls,
    String login,
    @Nullable Long accountId,
    int perMinute,
    long version) {
  public static final int MOST_A_MINUTE = 60_000;

  /**
   * What an administrator says of one.
   *
   * @param password empty keeps the one that is stored
   */
  public record Draft(
      String host,
      int port,
      Tls tls,
      String login,
      String password,
      @Nullable Long account,
      int perMinute) {
    public Draft(
        String host, int port, Tls tls, String login, String password, @Nullable Long account) {
      this(host, port, tls, login, password, account, 0);
    }

    @Override
    public String toString() {
      return "Draft[" + host + ":" + port + "]";
    }
  }
}
