package amends.staff.web;

import amends.staff.SignIns;
import amends.staff.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Opens and ends sessions. Whoever comes in gets a new one: an id planted before is worthless. */
@Component
final class Entrance {
  private static final String DESK = "/";

  private final InstantSource clock;
  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();

  Entrance(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * @return the page that was wanted before, or the desk
   */
  String enter(long personId, HttpServletRequest request, HttpServletResponse response) {
    String wanted = wanted(request.getSession(false));
    leave(request);
    request.getSession(true).setMaxInactiveInterval((int) SignIns.IDLE.toSeconds());
    String agent = request.getHeader("User-Agent");
    SignedIn signedIn =
        new SignedIn(personId, clock.instant(), Device.browser(agent), Device.system(agent));
    contexts.saveContext(new SecurityContextImpl(signedIn), request, response);
    return wanted;
  }

  void leave(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }

  /**
   * Only ever a path of our own: the entry point wrote it, from the request that it turned away.
   */
  private static String wanted(@Nullable HttpSession session) {
    Object wanted = session == null ? null : session.getAttribute(SignIns.WANTED);
    return wanted instanceof String path && path.startsWith("/") && !path.startsWith("//")
        ? path
        : DESK;
  }
}
