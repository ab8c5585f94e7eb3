package amends.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * The token of forms, in the session. Only a page opens a session for it: what a page of an ended
 * session still sends would else take away that of the form of signing in beside it.
 */
final class PageTokens implements CsrfTokenRepository {
  private static final Set<String> PAGES = Set.of("GET", "HEAD");

  private final CsrfTokenRepository kept = new HttpSessionCsrfTokenRepository();

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return kept.generateToken(request);
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    if (PAGES.contains(request.getMethod()) || request.getSession(false) != null) {
      kept.saveToken(token, request, response);
    }
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return kept.loadToken(request);
  }
}
