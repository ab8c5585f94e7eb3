package amends.shared.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** Routes that name a type of their room as a parameter get one that is made from the request. */
public final class Arguments {
  private Arguments() {}

  public static <T> WebMvcConfigurer of(Class<T> type, Function<Request, T> make) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Resolver<>(type, make));
      }
    };
  }

  /** What an argument is made from. */
  public record Request(NativeWebRequest request, ModelAndViewContainer container) {
    public HttpServletRequest servlet() {
      return Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
    }

    public HttpServletResponse response() {
      return Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class));
    }

    /** What a filter has laid down under the name of its type. */
    public <A> A laidDown(Class<A> type) {
      return type.cast(Objects.requireNonNull(servlet().getAttribute(type.getName())));
    }

    /** A part of the address that the route names; empty when it names none so. */
    @SuppressWarnings("unchecked")
    public String named(String part) {
      Object named =
          request.getAttribute(
              HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
      return named == null ? "" : ((Map<String, String>) named).getOrDefault(part, "");
    }

    /** The first value of each field. */
    public Map<String, String> typed() {
      Map<String, String> typed = new HashMap<>();
      request.getParameterMap().forEach((name, values) -> typed.put(name, values[0]));
      return typed;
    }

    /** What the page after a redirect is to be told. */
    public RedirectAttributes next() {
      RedirectAttributesModelMap next = new RedirectAttributesModelMap();
      container.setRedirectModel(next);
      return next;
    }
  }

  private record Resolver<T>(Class<T> type, Function<Request, T> make)
      implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == type;
    }

    @Override
    public T resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      return make.apply(new Request(request, Objects.requireNonNull(container)));
    }
  }
}
