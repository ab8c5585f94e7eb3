package amends.shared.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a token through to the routes that it has the scope for; nothing is read before. */
@Component
final class ApiGate implements HandlerInterceptor {
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)
        || !method.getBeanType().isAnnotationPresent(ApiRoutes.class)) {
      return true;
    }
    Operation operation = method.getMethodAnnotation(Operation.class);
    if (operation == null) {
      throw new IllegalStateException(method + " does not say which scope it needs");
    }
    if (!Bearer.of(request).scopes().contains(operation.scope())) {
      throw new ApiProblem(
          403,
          "scope",
          List.of(ApiProblem.Flaw.of("Authorization", "shared.api.flaw.scope", operation.scope())));
    }
    return true;
  }
}
