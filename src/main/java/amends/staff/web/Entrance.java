package amends.staff.web;

import amends.shared.Settings;
import amends.staff.Means;
import amends.staff.SignIns;
import amends.staff.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Opens and ends sessions. Whoever comes in gets a new one: an id planted before is worthless. */
@Component
final class Entrance {
  static final Duration HALF_WAY = Duration.ofMinutes(10);
  static final Duration FRESH = Duration.ofMinutes(15);
  private static final String DESK = "/";
  private static final String PROVED = "proved";

  private final InstantSource clock;
  private final Settings settings;
  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();

  Entrance(InstantSource clock, Settings settings) {
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * @return the page that was wanted before, or the desk
   */
  String enter(
      long personId, Means means, HttpServletRequest request, HttpServletResponse response) {
    String wanted = wanted(request.getSession(false));
    leave(request);
    request.getSession(true).setMaxInactiveInterval((int) settings.signIn().idle().toSeconds());
    String agent = request.getHeader("User-Agent");
    SignedIn signedIn =
        new SignedIn(
            personId,
            clock.instant(),
            Device.browser(agent),
            Device.system(agent),
            request.getRemoteAddr(),
            means);
    contexts.saveContext(new SecurityContextImpl(signedIn), request, response);
    return wanted;
  }

  /** The first step is done, the second follows: a session that opens nothing else. */
  void halfWay(long personId, HttpServletRequest request) {
    String wanted = wanted(request.getSession(false));
    leave(request);
    HttpSession session = request.getSession(true);
    session.setMaxInactiveInterval((int) HALF_WAY.toSeconds());
    session.setAttribute(SignIns.WANTED, wanted);
    session.setAttribute(HalfWay.NAME, new HalfWay(personId, clock.instant()));
  }

  /** Who has done the first step in this browser, within the last minutes. */
  Optional<Long> halfWay(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    Object half = session == null ? null : session.getAttribute(HalfWay.NAME);
    return half instanceof HalfWay(long id, Instant at)
            && at.plus(HALF_WAY).isAfter(clock.instant())
        ? Optional.of(id)
        : Optional.empty();
  }

  /** How the viewer came in; null when nobody is, or it is not known. */
  @Nullable Means means() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who instanceof SignedIn in ? in.means() : null;
  }

  /** The viewer has proved once more who it is. */
  void proved(HttpServletRequest request) {
    request.getSession().setAttribute(PROVED, clock.instant());
  }

  /** Whether this browser has seen a proof so lately that the means of signing in may change. */
  boolean isFresh(HttpServletRequest request) {
    Instant since = clock.instant().minus(FRESH);
    HttpSession session = request.getSession(false);
    Object proved = session == null ? null : session.getAttribute(PROVED);
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return proved instanceof Instant at && at.isAfter(since)
        || who instanceof SignedIn in && in.signedInAt().isAfter(since);
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
