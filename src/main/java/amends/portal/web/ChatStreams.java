package amends.portal.web;

import amends.messages.Chats;
import amends.portal.Acting;
import amends.portal.Company;
import amends.portal.Link;
import amends.shared.Subject;
import amends.shared.page.LongAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Tells open chats to look again when something was said or somebody came. The events hold nothing;
 * each open page costs one small question to the database a second, so there are few.
 */
@Component
final class ChatStreams {
  static final int MOST = 500;
  static final int MOST_FOR_ONE = 4;
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int QUIET_LOOKS = 15;
  // A proxy and the browser's own patience; the page opens another one.
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Chats chats;
  private final Company company;
  private final AtomicInteger open = new AtomicInteger();
  private final Map<Long, Integer> byLink = new ConcurrentHashMap<>();
  private final CountDownLatch leaving = new CountDownLatch(1);

  ChatStreams(Chats chats, Company company) {
    this.chats = chats;
    this.company = company;
  }

  private record State(long newest, Company.Present present) {}

  /** Null once the stream has begun. */
  @Nullable Object open(Acting by, HttpServletRequest request, HttpServletResponse response) {
    long link = Objects.requireNonNull((Link) by.link()).id();
    boolean room = open.incrementAndGet() <= MOST;
    boolean own = byLink.merge(link, 1, Integer::sum) <= MOST_FOR_ONE;
    if (!room || !own) {
      left(link);
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
          .header(HttpHeaders.RETRY_AFTER, "30")
          .build();
    }
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
    response.setHeader("X-Accel-Buffering", "no");
    Subject about = by.matter().asSubject();
    try {
      LongAnswer.begin(request, response, out -> pump(about, out), () -> left(link));
      return null;
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void left(long link) {
    open.decrementAndGet();
    byLink.computeIfPresent(link, (id, n) -> n > 1 ? n - 1 : null);
  }

  void pump(Subject about, OutputStream out) throws IOException, InterruptedException {
    State known = state(about);
    write(out, "retry: 3000\n\n");
    long looks = LONGEST.dividedBy(LOOK);
    int quiet = 0;
    for (long i = 0; i < looks && !leaving.await(LOOK.toMillis(), TimeUnit.MILLISECONDS); i++) {
      State now = state(about);
      quiet++;
      if (!now.equals(known)) {
        write(out, "data: look\n\n");
        known = now;
        quiet = 0;
      } else if (quiet >= QUIET_LOOKS) {
        write(out, ": here\n\n");
        quiet = 0;
      }
    }
  }

  private State state(Subject about) {
    return new State(chats.newest(about), company.in(about.id()));
  }

  private static void write(OutputStream out, String words) throws IOException {
    out.write(words.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @EventListener(ContextClosedEvent.class)
  void leave() {
    leaving.countDown();
  }
}
