package amends.remedies.web;

import amends.remedies.fulfilment.Tidings;
import amends.remedies.pay.Knock;
import amends.shared.api.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where payment providers tell what became of something. Who is not one hears no. */
@Controller
final class PayDoor {
  private static final int MOST = 256 * 1024;

  private final Tidings tidings;
  private final RateLimits limits;
  private final InstantSource clock;

  PayDoor(Tidings tidings, RateLimits limits, InstantSource clock) {
    this.tidings = tidings;
    this.limits = limits;
    this.clock = clock;
  }

  @PostMapping("/in/pay/{connection}")
  ResponseEntity<String> hear(@PathVariable long connection, HttpServletRequest request)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(MOST + 1);
    Knock knock =
        new Knock(
            name -> Objects.requireNonNullElse(request.getHeader(name), ""), body, clock.instant());
    if (body.length <= MOST && tidings.take(connection, knock)) {
      return ResponseEntity.ok().build();
    }
    boolean tooOften =
        limits.count("in " + request.getRemoteAddr(), RateLimits.WRONG_A_MINUTE).isOver();
    return ResponseEntity.status(tooOften ? 429 : 401).build();
  }
}
