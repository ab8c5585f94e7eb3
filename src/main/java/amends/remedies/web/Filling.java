package amends.remedies.web;

import amends.shared.page.Pages;
import amends.staff.Viewer;
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
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Controllers of remedies name a {@link Filled} as a parameter and get this request's. */
@Configuration(proxyBeanMethods = false)
class Filling {
  @Bean
  WebMvcConfigurer fillsInRemedies(ObjectProvider<Pages> pages) {
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
      return parameter.getParameterType() == Filled.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      HttpServletRequest servlet = (HttpServletRequest) request.getNativeRequest();
      Viewer viewer = (Viewer) Objects.requireNonNull(servlet.getAttribute(Viewer.class.getName()));
      Map<String, String> typed = new HashMap<>();
      servlet.getParameterMap().forEach((name, values) -> typed.put(name, values[0]));
      return new Filled(pages.getObject().of(servlet), viewer, typed);
    }
  }
}
