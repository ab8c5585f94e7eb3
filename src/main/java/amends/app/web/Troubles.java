package amends.app.web;

import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Forbidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What a person or a program reads when something cannot be done. */
@ControllerAdvice
@Component
final class Troubles {
  private final Pages pages;

  Troubles(Pages pages) {
    this.pages = pages;
  }

  @ExceptionHandler
  Object notFound(NotFound e, HttpServletRequest request, HttpServletResponse response) {
    return answer(404, "", request, response);
  }

  @ExceptionHandler
  Object forbidden(Forbidden e, HttpServletRequest request, HttpServletResponse response) {
    return answer(403, "", request, response);
  }

  /** A form shows its refusals itself; this is for what has no form to go back to. */
  @ExceptionHandler
  Object refused(Refusal e, HttpServletRequest request, HttpServletResponse response) {
    String words = pages.of(request).t().say(e.key(), e.args());
    return answer(HttpStatus.UNPROCESSABLE_CONTENT.value(), words, request, response);
  }

  Object answer(
      int status, String words, HttpServletRequest request, HttpServletResponse response) {
    if (path(request).startsWith("/api/")) {
      return problem(status, words, request);
    }
    response.setStatus(status);
    Page page = pages.of(request);
    if (!words.isEmpty()) {
      page = page.with(new Page.Flash(words, true));
    }
    String id = response.getHeader("X-Request-Id");
    return new ModelAndView(
        "app/error", Map.of("v", new ErrorView(page, status, id == null ? "" : id)));
  }

  private ResponseEntity<ProblemDetail> problem(
      int status, String words, HttpServletRequest request) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    ErrorView kind = new ErrorView(pages.of(request), status, "");
    problem.setDetail(
        words.isEmpty() ? kind.page().t().say("app.error." + kind.code() + ".words") : words);
    problem.setInstance(URI.create(path(request)));
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static String path(HttpServletRequest request) {
    Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
    return failed == null ? request.getRequestURI() : failed.toString();
  }
}
