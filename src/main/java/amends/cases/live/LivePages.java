package amends.cases.live;

import amends.shared.page.LongAnswer;
import amends.shared.page.Page;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The stream of what happens, as server-sent events. */
@Controller
final class LivePages {
  private static final Duration BEAT = Duration.ofSeconds(15);

  private final Streams streams;

  LivePages(Streams streams) {
    this.streams = streams;
  }

  @GetMapping("/live")
  void stream(
      Viewer viewer,
      @RequestHeader(name = "Last-Event-ID", defaultValue = "") String last,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    HttpSession session = request.getSession(false);
    Optional<Stream> opened =
        streams.open(viewer, session == null ? "" : session.getId(), seal(last, after));
    if (opened.isEmpty()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "30");
      response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
      return;
    }
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
    response.setHeader("X-Accel-Buffering", "no");
    Stream stream = opened.get();
    LongAnswer.begin(request, response, out -> pump(stream, out), stream::close);
  }

  /** The navigation with its counts as they are now; pages take the numbers out of it. */
  @GetMapping("/live/nav")
  ModelAndView nav(Page page) {
    return new ModelAndView("cases/livenav", "v", page);
  }

  private void pump(Stream stream, OutputStream out) throws IOException, InterruptedException {
    streams.check(stream);
    write(out, "retry: 2000\n\n");
    for (Told told = stream.next(Duration.ZERO); told != null; told = stream.next(BEAT)) {
      // A beat carries the seal number alone: the browser keeps it and tells the page nothing.
      write(out, told.isNothing() ? "id: " + told.seal() + "\n\n" : told.asEvent());
      if (told.isNothing()) {
        streams.check(stream);
      }
    }
    write(out, "event: end\ndata: {}\n\n");
  }

  private static void write(OutputStream out, String words) throws IOException {
    out.write(words.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** The browser's own header wins: it is the newer one when a connection broke. */
  private static Optional<Long> seal(String last, String after) {
    String given = last.isBlank() ? after : last;
    return given.matches("\\d{1,18}") ? Optional.of(Long.valueOf(given)) : Optional.empty();
  }
}
