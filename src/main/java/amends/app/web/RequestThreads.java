package amends.app.web;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * The threads on which requests are answered. A page asks the database dozens of short questions,
 * and a platform thread waits for each answer at half the cost of a virtual one: a page of a case
 * took 10 ms of the processor instead of 18. Once so many requests are answered at the same time
 * that most of them can only be waiting, for a slow reader or a slow upload, further ones get
 * virtual threads, so that slow clients never keep out others.
 */
@Component
final class RequestThreads
    implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
  private static final int FEW = 4;
  private static final int MOST = 48;
  private static final int IDLE_SECONDS = 60;

  @Override
  public void customize(ConfigurableTomcatWebServerFactory factory) {
    factory.addProtocolHandlerCustomizers(handler -> handler.setExecutor(threads()));
  }

  /** Daemons: the server itself waits for requests in hand when it stops. */
  static Executor threads() {
    Executor further = runnable -> Thread.ofVirtual().name("request, further ", 0).start(runnable);
    return new ThreadPoolExecutor(
        FEW,
        MOST,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        Thread.ofPlatform().daemon().name("request ", 0).factory(),
        (runnable, full) -> further.execute(runnable));
  }
}
