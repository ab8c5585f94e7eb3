package amends.messages.email.courier;

import amends.shared.Settings.Smtp;
import java.time.Duration;

/**
 * How to reach the mail server.
 *
 * @param hostName how we introduce ourselves
 * @param connect the longest to wait for a connection
 * @param read the longest to wait for a reply
 */
public record RelayOptions(Smtp server, String hostName, Duration connect, Duration read) {
  public RelayOptions(Smtp server, String hostName) {
    this(server, hostName, Duration.ofSeconds(10), Duration.ofSeconds(45));
  }
}
