package amends.app.security;

import amends.staff.SignedIn;
import amends.staff.Staff;
import amends.staff.Viewer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns the session into a {@link Viewer}, anew for each request: who has left, or signed in too
 * long ago, is nobody any more.
 */
final class Presence extends OncePerRequestFilter {
  private static final String VIEWER = Viewer.class.getName();

  private final Staff staff;
  private final InstantSource clock;
  private final Duration longest;

  /**
   * @param longest how long a session lasts in any case
   */
  Presence(Staff staff, InstantSource clock, Duration longest) {
    this.staff = staff;
    this.clock = clock;
    this.longest = longest;
  }

  static Optional<Viewer> viewer(HttpServletRequest request) {
    return Optional.ofNullable((Viewer) request.getAttribute(VIEWER));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
      Optional<Viewer> viewer = viewer(signedIn);
      viewer.ifPresentOrElse(v -> request.setAttribute(VIEWER, v), () -> end(request));
    }
    chain.doFilter(request, response);
  }

  private Optional<Viewer> viewer(SignedIn signedIn) {
    boolean tooOld = signedIn.signedInAt().plus(longest).isBefore(clock.instant());
    return tooOld ? Optional.empty() : staff.viewer(signedIn.personId());
  }

  private static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }
}
