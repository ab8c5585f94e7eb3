package amends.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page behind every reply that failed outside a controller: never a stack trace. */
@Controller
final class Errors implements ErrorController {
  private final Troubles troubles;

  Errors(Troubles troubles) {
    this.troubles = troubles;
  }

  @RequestMapping("/error")
  @Nullable Object error(HttpServletRequest request, HttpServletResponse response) {
    Object status = request.getAttribute("jakarta.servlet.error.status_code");
    int code = status instanceof Integer number ? number : 404;
    return troubles.answer(code, "", request, response);
  }
}
