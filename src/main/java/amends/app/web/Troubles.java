package amends.app.web;

import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.api.Problems;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Forbidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What a person or a program reads when something cannot be done. */
@ControllerAdvice
@Component
final class Troubles {
  private final Pages pages;
  private final Problems problems;

  Troubles(Pages pages, Problems problems) {
    this.pages = pages;
    this.problems = problems;
  }

  @ExceptionHandler
  @Nullable Object notFound(NotFound e, HttpServletRequest request, HttpServletResponse response) {
    return answer(404, "", request, response);
  }

  @ExceptionHandler
  @Nullable Object forbidden(
      Forbidden e, HttpServletRequest request, HttpServletResponse response) {
    return answer(403, "", request, response);
  }

  /** A form shows its refusals itself; this is for what has no form to go back to. */
  @ExceptionHandler
  @Nullable Object refused(Refusal e, HttpServletRequest request, HttpServletResponse response) {
    String words = pages.of(request).t().say(e);
    return answer(HttpStatus.UNPROCESSABLE_CONTENT.value(), words, request, response);
  }

  @Nullable Object answer(
      int status, String words, HttpServletRequest request, HttpServletResponse response) {
    if (path(request).startsWith("/api/")) {
      return problem(status, request, response);
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

  private @Nullable Object problem(
      int status, HttpServletRequest request, HttpServletResponse response) {
    try {
      problems.bare(status, request, response);
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String path(HttpServletRequest request) {
    Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
    return failed == null ? request.getRequestURI() : failed.toString();
  }
}
