package amends.shared.api;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Routes of the API name an {@link ApiCall}, a {@link Sent} or an {@link Asked} and get it. */
@Component
final class ApiArguments implements HandlerMethodArgumentResolver {
  private final Queries queries;

  ApiArguments(Queries queries) {
    this.queries = queries;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    Class<?> type = parameter.getParameterType();
    return type == ApiCall.class || type == Sent.class || type == Asked.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest servlet = (HttpServletRequest) request.getNativeRequest();
    Class<?> type = parameter.getParameterType();
    if (type == ApiCall.class) {
      Queries.refuseAny(servlet);
      return ApiCall.of(servlet);
    }
    Class<?> inner = ResolvableType.forMethodParameter(parameter).getGeneric(0).resolve();
    if (inner == null) {
      throw new IllegalStateException(parameter + " does not say of what");
    }
    return type == Sent.class ? Sent.read(servlet, inner) : queries.read(servlet, inner);
  }
}
