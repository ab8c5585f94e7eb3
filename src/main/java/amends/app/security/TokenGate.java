package amends.app.security;

import amends.shared.api.ApiProblem;
import amends.shared.api.Bearer;
import amends.shared.api.Problems;
import amends.shared.api.RateLimits;
import amends.staff.ApiTokens;
import amends.staff.Viewer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets programs in: by a token in the header, and by nothing else. Neither a cookie nor a word in
 * the address opens anything here, so that no page elsewhere can act with somebody's session.
 */
final class TokenGate extends OncePerRequestFilter {
  private static final String SCHEME = "bearer ";

  private final ApiTokens tokens;
  private final RateLimits limits;
  private final Problems problems;

  TokenGate(ApiTokens tokens, RateLimits limits, Problems problems) {
    this.tokens = tokens;
    this.limits = limits;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Viewer> viewer = tokens.viewer(words(request));
    RateLimits.Left left =
        viewer.isPresent()
            ? limits.count("token " + viewer.get().id(), RateLimits.A_MINUTE)
            : limits.count("from " + request.getRemoteAddr(), RateLimits.WRONG_A_MINUTE);
    left.tell(response);
    if (left.isOver()) {
      problems.write(new ApiProblem(429, "too-many"), request, response);
    } else if (viewer.isEmpty()) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"amends\"");
      problems.write(new ApiProblem(401, "unauthorized"), request, response);
    } else {
      Viewer comes = viewer.get();
      request.setAttribute(Viewer.class.getName(), comes);
      new Bearer(-comes.id(), Objects.requireNonNull(comes.scopes())).comesWith(request);
      chain.doFilter(request, response);
    }
  }

  private static String words(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? header.substring(SCHEME.length()).strip()
        : "";
  }
}
