package amends.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * For the machines that look after us: {@code /health} says that the process answers, {@code
 * /ready} that it can serve. Before security and sessions, which need the database.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Probes extends OncePerRequestFilter {
  private final JdbcClient sql;
  private final ApplicationAvailability availability;

  Probes(JdbcClient sql, ApplicationAvailability availability) {
    this.sql = sql;
    this.availability = availability;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getMethod().equals("GET")) {
      switch (request.getRequestURI()) {
        // A stopped database does not make the process dead: starting it anew would not help.
        case "/health" -> answer(response, "");
        case "/ready" -> answer(response, obstacle());
        default -> chain.doFilter(request, response);
      }
    } else {
      chain.doFilter(request, response);
    }
  }

  private String obstacle() {
    if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
      return "starting or stopping";
    }
    try {
      sql.sql("select 1").query(Integer.class).single();
      return "";
    } catch (DataAccessException e) {
      return "the database does not answer";
    }
  }

  private static void answer(HttpServletResponse response, String obstacle) throws IOException {
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    if (obstacle.isEmpty()) {
      response.getWriter().print("{\"status\":\"UP\"}");
      return;
    }
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Retry-After", "2");
    response.getWriter().print("{\"status\":\"DOWN\",\"because\":\"" + obstacle + "\"}");
  }
}
