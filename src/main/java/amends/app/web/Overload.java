package amends.app.web;

import amends.shared.api.ApiProblem;
import amends.shared.api.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * When the database does not answer in time, somebody holds what is needed for too long, or no
 * connection is to spare, people get a sentence and programs a moment to come back at. It stands
 * before the sessions, which need the database too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class Overload extends OncePerRequestFilter {
  private static final Logger log = LoggerFactory.getLogger(Overload.class);
  private static final String SECONDS = "5";
  private static final List<Class<? extends Exception>> SIGNS =
      List.of(
          CannotCreateTransactionException.class,
          DataAccessResourceFailureException.class,
          PessimisticLockingFailureException.class,
          QueryTimeoutException.class,
          SQLTransientConnectionException.class,
          SQLNonTransientConnectionException.class);

  private final RequestPages pages;
  private final Templates templates;
  private final Problems problems;

  Overload(RequestPages pages, Templates templates, Problems problems) {
    this.pages = pages;
    this.templates = templates;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException e) {
      if (response.isCommitted() || !isOverload(e)) {
        throw e;
      }
      log.warn("the database did not answer: {}", e.toString());
      answer(request, response);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    int status = HttpStatus.SERVICE_UNAVAILABLE.value();
    response.resetBuffer();
    response.setStatus(status);
    response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (request.getRequestURI().startsWith("/api/")) {
      problems.write(new ApiProblem(status, "unavailable"), request, response);
    } else {
      String id = response.getHeader("X-Request-Id");
      templates.write(
          "app/error.jte", new ErrorView(pages.plain(), status, id == null ? "" : id), response);
    }
  }

  private static boolean isOverload(@Nullable Throwable e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      Throwable cause = at;
      if (SIGNS.stream().anyMatch(sign -> sign.isInstance(cause)) || isLostConnection(cause)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Class 08: the connection; 57P01 to 57P03: the server shuts down or starts; 57014: the statement
   * ran into its time limit, as it does behind a lock that is held.
   */
  private static boolean isLostConnection(Throwable cause) {
    return cause instanceof PSQLException sql
        && sql.getSQLState() != null
        && sql.getSQLState().matches("08.*|57P0.|57014");
  }
}
