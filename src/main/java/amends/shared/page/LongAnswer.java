package amends.shared.page;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer that goes on for minutes or hours, such as a stream of events. It leaves the request's
 * thread to others and is written on a virtual thread of its own, which costs next to nothing while
 * it waits. It ends with its writing; a reader that does not take what is written is let go by the
 * server's write time-out.
 */
public final class LongAnswer {
  private static final Logger log = LoggerFactory.getLogger(LongAnswer.class);
  private static final long AS_LONG_AS_IT_TAKES = 0;

  private LongAnswer() {}

  /** Writes the answer until it is done, the reader has gone, or the program stops. */
  @FunctionalInterface
  public interface Writing {
    void to(OutputStream out) throws IOException, InterruptedException;
  }

  /**
   * Returns at once; the answer goes on.
   *
   * @param after what is done however the writing ended
   */
  public static void begin(
      HttpServletRequest request, HttpServletResponse response, Writing writing, Runnable after)
      throws IOException {
    AsyncContext async;
    OutputStream out;
    try {
      // What is decided about the whole answer, a cookie for instance, is decided on this thread.
      response.flushBuffer();
      out = response.getOutputStream();
      async = request.startAsync();
    } catch (IOException | RuntimeException e) {
      after.run();
      throw e;
    }
    async.setTimeout(AS_LONG_AS_IT_TAKES);
    Thread.ofVirtual().name("long answer").start(() -> write(writing, out, after, async));
  }

  private static void write(Writing writing, OutputStream out, Runnable after, AsyncContext async) {
    try {
      writing.to(out);
    } catch (IOException gone) {
      // Readers leave without a word; nothing is left to be done for them.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.warn("a long answer ended early: {}", e.toString());
    } finally {
      try {
        after.run();
      } finally {
        async.complete();
      }
    }
  }
}
