package amends.app.web;

import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.api.ApiProblem;
import amends.shared.api.ApiRoutes;
import amends.shared.api.Problems;
import amends.staff.Forbidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What a program reads when something cannot be done. */
@ControllerAdvice(annotations = ApiRoutes.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
@Component
final class ApiTroubles {
  private final Problems problems;

  ApiTroubles(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  void problem(ApiProblem e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    problems.write(e, request, response);
  }

  @ExceptionHandler
  void notFound(NotFound e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    problems.bare(404, request, response);
  }

  /** A number in the address that is no number names nothing. */
  @ExceptionHandler
  void noNumber(
      MethodArgumentTypeMismatchException e,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    problems.bare(404, request, response);
  }

  @ExceptionHandler
  void forbidden(Forbidden e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    problems.bare(403, request, response);
  }

  @ExceptionHandler
  void refused(Refusal e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    problems.refused(e.field(), e.key(), e.args(), request, response);
  }

  /** Two wrote the same number at once, or deadlocked three times: the other one has done it. */
  @ExceptionHandler({
    DataIntegrityViolationException.class,
    PessimisticLockingFailureException.class
  })
  void tooLate(HttpServletRequest request, HttpServletResponse response) throws IOException {
    problems.write(new ApiProblem(409, "conflict"), request, response);
  }
}
