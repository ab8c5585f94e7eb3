package amends.app.hooks.web;

import amends.app.hooks.InHooks;
import amends.shared.api.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where other programs call. Whoever is not right hears no, and not why. */
@Controller
final class InDoor {
  private static final int MOST = 1024 * 1024;

  private final InHooks hooks;
  private final RateLimits limits;

  InDoor(InHooks hooks, RateLimits limits) {
    this.hooks = hooks;
    this.limits = limits;
  }

  @PostMapping("/in/{name}")
  ResponseEntity<Void> take(@PathVariable String name, HttpServletRequest request)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(MOST + 1);
    if (body.length > MOST) {
      return ResponseEntity.status(413).build();
    }
    if (hooks.arrive(name, request::getHeader, body)) {
      return ResponseEntity.accepted().build();
    }
    boolean tooOften =
        limits.count("in " + request.getRemoteAddr(), RateLimits.WRONG_A_MINUTE).isOver();
    return ResponseEntity.status(tooOften ? 429 : 401).build();
  }
}
