package amends.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * The routes, asked only where their paths have the shape of what is asked for. Spring MVC asks
 * every route with a variable in its path, hundreds of them for each request: a twentieth of what a
 * page costs, and as much again when those that begin with its first word were asked, of which a
 * case has two hundred.
 */
final class RouteTable extends RequestMappingHandlerMapping {
  private static final ScopedValue<List<String>> ASKED = ScopedValue.newInstance();

  private volatile @Nullable Map<RequestMappingInfo, List<RouteShape>> shapes;

  @Override
  protected @Nullable HandlerMethod getHandlerInternal(HttpServletRequest request)
      throws Exception {
    List<String> asked = RouteShape.words(ServletRequestPathUtils.getParsedRequestPath(request));
    return ScopedValue.where(ASKED, asked).call(() -> super.getHandlerInternal(request));
  }

  @Override
  protected @Nullable RequestMappingInfo getMatchingMapping(
      RequestMappingInfo info, HttpServletRequest request) {
    if (ASKED.isBound()) {
      List<String> asked = ASKED.get();
      if (shapes(info).stream().noneMatch(shape -> shape.fits(asked))) {
        return null;
      }
    }
    return super.getMatchingMapping(info, request);
  }

  private List<RouteShape> shapes(RequestMappingInfo info) {
    Map<RequestMappingInfo, List<RouteShape>> known = shapes;
    if (known == null) {
      // The routes themselves, and not what equals them: to compare two takes longer than all this.
      known = new IdentityHashMap<>();
      for (RequestMappingInfo route : getHandlerMethods().keySet()) {
        known.put(route, shapesOf(route));
      }
      shapes = known;
    }
    List<RouteShape> found = known.get(info);
    return found == null ? shapesOf(info) : found;
  }

  private static List<RouteShape> shapesOf(RequestMappingInfo info) {
    return info.getPatternValues().stream().map(RouteShape::of).toList();
  }
}
