package amends.app.security;

import amends.staff.SignIns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** What somebody hears who is not signed in, or whose page is older than the session. */
final class Strangers implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final String SIGN_IN = "/sign-in";
  private static final int LONGEST = 500;

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    if (isHtmx(request)) {
      response.setHeader("HX-Redirect", SIGN_IN);
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
    } else if (isStream(request)) {
      // The page of signing in would give it a session, and take away the one of the form that
      // somebody has open beside it.
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
    } else {
      remember(request);
      response.sendRedirect(SIGN_IN);
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException {
    if (e instanceof CsrfException && request.getRequestURI().startsWith(SIGN_IN)) {
      // The form lay open until its session ran out: a fresh one, and nothing lost but the
      // password.
      response.sendRedirect(SIGN_IN + "?again=yes");
      return;
    }
    if (isHtmx(request)) {
      response.setHeader("HX-Refresh", "true");
    }
    response.sendError(HttpStatus.FORBIDDEN.value());
  }

  private static void remember(HttpServletRequest request) {
    String query = request.getQueryString();
    String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    boolean page = accept != null && accept.contains("text/html");
    if (HttpMethod.GET.matches(request.getMethod())
        && page
        && !wanted.equals("/")
        && wanted.length() <= LONGEST) {
      request.getSession().setAttribute(SignIns.WANTED, wanted);
    }
  }

  private static boolean isStream(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE);
  }

  private static boolean isHtmx(HttpServletRequest request) {
    return request.getHeader("HX-Request") != null;
  }
}
