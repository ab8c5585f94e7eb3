package amends.app;

import amends.app.postgres.DataLock;
import amends.app.postgres.PostgresTrouble;
import amends.shared.Settings;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** A running server with everything that belongs to it, closed in order whatever ends it. */
public final class House implements AutoCloseable {
  private final Installation installation;
  private final ConfigurableApplicationContext context;
  private final CountDownLatch closed = new CountDownLatch(1);
  private boolean closing;

  private House(Installation installation, ConfigurableApplicationContext context) {
    this.installation = installation;
    this.context = context;
  }

  /**
   * Opens the doors; returns when the first request is welcome.
   *
   * @param more properties for Spring over the standard ones
   */
  public static House open(
      Configuration configuration, Map<String, Object> more, Consumer<String> progress) {
    // Asked first: on a second start the port is taken as well, but that is not the reason.
    DataLock.take(configuration.settings().data()).close();
    Settings settings = Ports.claimed(configuration.settings());
    var keys = FileKeyRing.open(configuration.keys(), settings.data());
    // The database starts while Spring reads its classes; on two cores that saves a second.
    CompletableFuture<Installation> opening =
        CompletableFuture.supplyAsync(
            () -> Installation.take(settings, progress), Thread.ofPlatform()::start);
    try {
      var beans = new InstallationBeans(settings, keys, () -> access(opening));
      var house = serving(opening, beans, more);
      house.announce();
      return house;
    } catch (RuntimeException e) {
      opening.handle((installation, trouble) -> installation).thenAccept(House::closeIfOpen).join();
      throw sentence(e);
    }
  }

  /**
   * When there is no database the one sentence says it; Spring's pages about it would hide that.
   */
  private static DatabaseAccess access(CompletableFuture<Installation> opening) {
    try {
      return opening.join().access();
    } catch (CompletionException e) {
      Quiet.now();
      throw e;
    }
  }

  private static House serving(
      CompletableFuture<Installation> opening, InstallationBeans beans, Map<String, Object> more) {
    ConfigurableApplicationContext context = Program.serve(beans, more);
    return new House(opening.join(), context);
  }

  private void announce() {
    Settings settings = settings();
    try {
      RunFile.of(settings.http().port(), settings.mail().port(), installation.access())
          .write(settings.data());
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static void closeIfOpen(@Nullable Installation installation) {
    if (installation != null) installation.close();
  }

  private static RuntimeException sentence(RuntimeException e) {
    Throwable root = e;
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      root = cause;
      if (cause instanceof Trouble trouble) return trouble;
      if (cause instanceof PostgresTrouble trouble) return trouble;
      if (cause instanceof PortInUseException port) {
        return Trouble.couldNotRun(
            "The port %d is in use; stop what uses it, or set AMENDS_HTTP_PORT to another."
                .formatted(port.getPort()));
      }
    }
    return Trouble.couldNotRun(
        "Amends could not start (%s: %s); its log says more."
            .formatted(root.getClass().getSimpleName(), firstLine(root)));
  }

  private static String firstLine(Throwable cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }

  public Settings settings() {
    return installation.settings();
  }

  public ConfigurableApplicationContext context() {
    return context;
  }

  /** Waits until somebody closes the house, which a signal to end does. */
  public void await() {
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("closing").unstarted(this::close));
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void close() {
    if (closing) return;
    closing = true;
    RunFile.remove(settings().data());
    try {
      context.close();
    } finally {
      installation.close();
      closed.countDown();
    }
  }
}
