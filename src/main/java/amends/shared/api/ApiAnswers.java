package amends.shared.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Writes what a route of the API returns; what can be read has a version. */
@Component
final class ApiAnswers implements HandlerMethodReturnValueHandler {
  @Override
  public boolean supportsReturnType(MethodParameter type) {
    return type.getContainingClass().isAnnotationPresent(ApiRoutes.class);
  }

  @Override
  public void handleReturnValue(
      @Nullable Object value,
      MethodParameter type,
      ModelAndViewContainer container,
      NativeWebRequest request)
      throws IOException {
    container.setRequestHandled(true);
    HttpServletRequest asked = (HttpServletRequest) request.getNativeRequest();
    HttpServletResponse response = (HttpServletResponse) request.getNativeResponse();
    if (value == null || response == null) {
      throw new IllegalStateException(type.getMethod() + " answered nothing");
    }
    Reply<?> reply = value instanceof Reply<?> made ? made : Reply.of(value);
    if (asked.getMethod().equals("GET") || asked.getMethod().equals("PATCH")) {
      String tag = ApiCall.tag(reply.bytes());
      response.setHeader("ETag", tag);
      if (tag.equals(asked.getHeader("If-None-Match"))) {
        response.setStatus(304);
        return;
      }
    }
    write(reply, response);
  }

  private static void write(Reply<?> reply, HttpServletResponse response) throws IOException {
    if (reply.location() != null) {
      response.setHeader("Location", reply.location());
    }
    if (reply.again()) {
      response.setHeader("Idempotency-Replayed", "true");
    }
    response.setStatus(reply.status());
    response.setContentType("application/json");
    response.setContentLength(reply.bytes().length);
    response.getOutputStream().write(reply.bytes());
  }
}
