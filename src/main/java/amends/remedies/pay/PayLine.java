package amends.remedies.pay;

import amends.shared.Settings;
import amends.shared.net.Hosts;
import amends.shared.net.Wire;
import java.net.InetAddress;
import java.time.Duration;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The way to providers: what an operator typed is looked at before it is called, and a call ends
 * however slowly the other side drips.
 */
@Component
public final class PayLine implements AutoCloseable {
  /** The longest call; leases are longer. */
  public static final Duration LONGEST_CALL = Duration.ofSeconds(20);

  private static final int MOST_READ = 512 * 1024;

  private final Hosts hosts;
  private final Wire wire;
  private final Replies replies;

  PayLine(Settings settings, JsonMapper json) {
    this.hosts = new Hosts(settings.hookHosts(), InetAddress::getAllByName);
    this.wire = new Wire(hosts, LONGEST_CALL, MOST_READ);
    this.replies = new Replies(wire, json);
  }

  public Hosts hosts() {
    return hosts;
  }

  Replies replies() {
    return replies;
  }

  @Override
  public void close() {
    wire.close();
  }
}
