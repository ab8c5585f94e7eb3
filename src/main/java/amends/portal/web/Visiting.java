package amends.portal.web;

import amends.shared.page.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

/** Routes of a customer's own page name a {@link LinkDoor.Visit} and get this request's. */
@Configuration(proxyBeanMethods = false)
class Visiting {

  @Bean
  WebMvcConfigurer visitsByLink(ObjectProvider<Pages> pages) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Resolver(pages));
      }
    };
  }

  private record Resolver(ObjectProvider<Pages> pages) implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == LinkDoor.Visit.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      HttpServletRequest servlet = (HttpServletRequest) request.getNativeRequest();
      Map<String, String> typed = new HashMap<>();
      request.getParameterMap().forEach((name, values) -> typed.put(name, values[0]));
      return new LinkDoor.Visit(
          pages.getObject().of(servlet),
          named(request).getOrDefault("token", ""),
          typed,
          Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> named(NativeWebRequest request) {
      Object named =
          request.getAttribute(
              HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
      return named == null ? Map.of() : (Map<String, String>) named;
    }
  }
}
