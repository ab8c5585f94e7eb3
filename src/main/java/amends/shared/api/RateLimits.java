package amends.shared.api;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How many requests a minute, counted on each node for itself and in memory: a restart forgives,
 * and two nodes allow twice as many. Bounded: the one that has not come for longest is forgotten.
 */
@Component
public final class RateLimits {
  public static final int A_MINUTE = 600;

  /** Words that open nothing, from one address. */
  public static final int WRONG_A_MINUTE = 60;

  private static final int MOST_REMEMBERED = 10_000;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Map<String, Window> windows =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  RateLimits(InstantSource clock) {
    this.clock = clock;
  }

  private record Window(Instant ends, int used) {}

  /** What is left of a minute. */
  public record Left(int limit, int requests, long seconds) {
    public boolean isOver() {
      return requests < 0;
    }

    /** The fields of the IETF draft "RateLimit header fields for HTTP". */
    public void tell(HttpServletResponse response) {
      response.setHeader("RateLimit-Policy", "\"minute\";q=" + limit + ";w=" + WINDOW.toSeconds());
      response.setHeader("RateLimit", "\"minute\";r=" + Math.max(0, requests) + ";t=" + seconds);
      if (isOver()) {
        response.setHeader("Retry-After", String.valueOf(seconds));
      }
    }
  }

  /** Counts one request. */
  public Left count(String who, int limit) {
    Instant now = clock.instant();
    synchronized (windows) {
      Window known = windows.get(who);
      Window window =
          known == null || !now.isBefore(known.ends()) || now.isBefore(known.ends().minus(WINDOW))
              ? new Window(now.plus(WINDOW), 1)
              : new Window(known.ends(), known.used() + 1);
      windows.put(who, window);
      long seconds = Math.max(1, Duration.between(now, window.ends()).toSeconds());
      return new Left(limit, limit - window.used(), seconds);
    }
  }
}
