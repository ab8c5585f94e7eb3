package amends.app.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Our own files, and the one library, under its plain name whatever its version is. */
final class Assets extends PathResourceResolver {
  private static final String HTMX =
      "classpath*:META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js";

  private final Resource htmx = htmx();

  @Override
  protected @Nullable Resource getResource(String path, Resource location) throws IOException {
    return path.equals("htmx.js") ? htmx : super.getResource(path, location);
  }

  private static Resource htmx() {
    try {
      Resource[] found = new PathMatchingResourcePatternResolver().getResources(HTMX);
      if (found.length != 1) {
        throw new IllegalStateException("htmx is not on the class path exactly once");
      }
      return found[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
