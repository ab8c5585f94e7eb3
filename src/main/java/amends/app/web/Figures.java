package amends.app.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** What Prometheus reads. One page does not need a framework for endpoints. */
@Controller
class Figures {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String OPEN = "application/openmetrics-text; version=1.0.0; charset=utf-8";

  private final PrometheusMeterRegistry figures;

  Figures(PrometheusMeterRegistry figures) {
    this.figures = figures;
  }

  @GetMapping("/metrics")
  void figures(
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
      HttpServletResponse response)
      throws IOException {
    String form = accept != null && accept.contains("application/openmetrics-text") ? OPEN : TEXT;
    response.setContentType(form);
    figures.scrape(response.getOutputStream(), form);
  }
}
