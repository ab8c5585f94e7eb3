package amends.cases.web;

import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Viewer;
import amends.time.Calendars;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Controllers of cases name an {@link Ask} as a parameter and get this request's. */
@Configuration(proxyBeanMethods = false)
class Asking {
  @Bean
  WebMvcConfigurer asksAboutCases(
      ObjectProvider<Pages> pages, ObjectProvider<Calendars> calendars) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Resolver(pages, calendars));
      }
    };
  }

  private record Resolver(ObjectProvider<Pages> pages, ObjectProvider<Calendars> calendars)
      implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Ask.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      HttpServletRequest servlet = (HttpServletRequest) request.getNativeRequest();
      Viewer viewer = (Viewer) Objects.requireNonNull(servlet.getAttribute(Viewer.class.getName()));
      Map<String, String> named = named(request);
      Page page = pages.getObject().of(servlet);
      return new Ask(
          page,
          viewer,
          Ask.number(named.getOrDefault("id", "0")),
          Ask.number(named.getOrDefault("part", "0")),
          typed(request),
          () -> calendars.getObject().office(page.t().zone()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> named(NativeWebRequest request) {
      Object named =
          request.getAttribute(
              HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
      return named == null ? Map.of() : (Map<String, String>) named;
    }

    private static Map<String, String> typed(NativeWebRequest request) {
      Map<String, String> typed = new HashMap<>();
      request.getParameterMap().forEach((name, values) -> typed.put(name, values[0]));
      return typed;
    }
  }
}
