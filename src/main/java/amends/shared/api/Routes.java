package amends.shared.api;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of the API, read from the declarations that serve it. */
@Component
public final class Routes {
  private static final List<String> METHODS = List.of("GET", "POST", "PATCH", "DELETE");

  private final ObjectProvider<RequestMappingHandlerMapping> mapping;

  Routes(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mapping) {
    this.mapping = mapping;
  }

  /**
   * One route.
   *
   * @param body the record that its body must be; null for none
   * @param filters the record of its query parameters; null for none
   * @param gives the record that it answers with, or of which it gives a list
   */
  public record Route(
      ApiRoutes heading,
      Operation operation,
      String method,
      String path,
      @Nullable Class<?> body,
      @Nullable Class<?> filters,
      Class<?> gives,
      boolean list) {

    public List<String> pathVariables() {
      return Arrays.stream(path.split("/", -1))
          .filter(part -> part.startsWith("{"))
          .map(part -> part.substring(1, part.length() - 1))
          .toList();
    }

    public boolean posts() {
      return method.equals("POST");
    }

    public boolean changes() {
      return method.equals("PATCH");
    }
  }

  /** By heading, path and method. */
  public List<Route> all() {
    return mapping.getObject().getHandlerMethods().entrySet().stream()
        .filter(e -> e.getValue().getBeanType().isAnnotationPresent(ApiRoutes.class))
        .map(e -> route(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparing((Route r) -> r.heading().title())
                .thenComparing(r -> r.path().split("/", -1)[3])
                .thenComparing(Route::path)
                .thenComparing(r -> METHODS.indexOf(r.method())))
        .toList();
  }

  private static Route route(RequestMappingInfo info, HandlerMethod handler) {
    ApiRoutes heading = handler.getBeanType().getAnnotation(ApiRoutes.class);
    Operation operation = handler.getMethodAnnotation(Operation.class);
    if (heading == null || operation == null) {
      throw new IllegalStateException(handler + " does not say what it does");
    }
    Method method = handler.getMethod();
    ResolvableType gives = ResolvableType.forMethodReturnType(method);
    Class<?> type = method.getReturnType();
    boolean wrapped = type == Reply.class || type == Items.class;
    return new Route(
        heading,
        operation,
        info.getMethodsCondition().getMethods().iterator().next().name(),
        info.getPatternValues().iterator().next(),
        parameter(method, Sent.class),
        parameter(method, Asked.class),
        wrapped ? inner(gives) : type,
        type == Items.class);
  }

  private static @Nullable Class<?> parameter(Method method, Class<?> wrapper) {
    for (int i = 0; i < method.getParameterCount(); i++) {
      if (method.getParameterTypes()[i] == wrapper) {
        return inner(ResolvableType.forMethodParameter(method, i));
      }
    }
    return null;
  }

  private static Class<?> inner(ResolvableType wrapper) {
    Class<?> found = wrapper.getGeneric(0).resolve();
    if (found == null) {
      throw new IllegalStateException(wrapper + " does not say of what");
    }
    return found;
  }
}
