package amends.messages.email.door;

import java.time.Duration;

/**
 * How the door stands.
 *
 * @param port 0 for any that is free
 * @param maxBytes the largest mail that it takes
 * @param hostName how it introduces itself
 * @param silence after which a sender that says nothing is sent away
 * @param longest a mail may take to come in
 */
public record DoorOptions(
    String address, int port, long maxBytes, String hostName, Duration silence, Duration longest) {
  public DoorOptions(String address, int port, long maxBytes, String hostName) {
    this(address, port, maxBytes, hostName, Duration.ofMinutes(1), Duration.ofMinutes(10));
  }
}
