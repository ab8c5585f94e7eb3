package amends.messages.email.door;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.subethamail.smtp.server.SMTPServer;

/** The SMTP server that customers' mail comes in by, behind the house's own mail server. */
public final class Door implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Door.class);
  private static final int MOST_RECIPIENTS = 100;
  private static final int MOST_CONNECTIONS = 200;

  private final DoorOptions options;
  private final Doorstep doorstep;
  private @Nullable SMTPServer server;

  public Door(DoorOptions options, Doorstep doorstep) {
    this.options = options;
    this.doorstep = doorstep;
  }

  /**
   * @throws PortTaken when somebody else listens there
   */
  @Override
  public synchronized void start() {
    Room room = new Room(options.maxBytes());
    SMTPServer opened =
        SMTPServer.port(options.port())
            .bindAddress(address())
            .hostName(options.hostName())
            .softwareName("Amends")
            .insertReceivedHeaders(false)
            .maxMessageSize((int) Math.min(options.maxBytes(), Integer.MAX_VALUE))
            .maxRecipients(MOST_RECIPIENTS)
            .backlog(100)
            .maxConnections(MOST_CONNECTIONS)
            .connectionTimeout((int) options.silence().toMillis(), TimeUnit.MILLISECONDS)
            .executorService(
                Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("mail door ", 0).factory()))
            .messageHandlerFactory(context -> new Visit(options, doorstep, room, context))
            .build();
    open(opened);
    server = opened;
    log.info("mail door open on {} port {}", options.address(), opened.getPortAllocated());
  }

  private InetAddress address() {
    try {
      return InetAddress.getByName(options.address());
    } catch (UnknownHostException e) {
      throw new PortTaken(options.address(), options.port(), e);
    }
  }

  private void open(SMTPServer opened) {
    try {
      opened.start();
    } catch (RuntimeException e) {
      throw new PortTaken(options.address(), options.port(), e);
    }
  }

  @Override
  public synchronized void stop() {
    if (server != null) {
      server.stop();
      server = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return server != null;
  }

  /** The port that is really open; 0 while the door is shut. */
  public synchronized int port() {
    return server == null ? 0 : server.getPortAllocated();
  }
}
