package amends.app.web;

import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Controllers name a {@link Viewer} or a {@link Page} as a parameter and get this request's. */
@Component
final class Parameters implements HandlerMethodArgumentResolver {
  private final Pages pages;

  Parameters(Pages pages) {
    this.pages = pages;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    Class<?> type = parameter.getParameterType();
    return type == Viewer.class || type == Page.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest servlet = (HttpServletRequest) request.getNativeRequest();
    if (parameter.getParameterType() == Page.class) {
      return pages.of(servlet);
    }
    Object viewer = servlet.getAttribute(Viewer.class.getName());
    if (viewer == null) {
      throw new IllegalStateException("a route for everybody has no viewer");
    }
    return viewer;
  }
}
