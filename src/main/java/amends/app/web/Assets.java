package amends.app.web;

import amends.shared.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Our own files, and the one library, under its plain name whatever its version is. */
final class Assets extends PathResourceResolver {
  private static final String HTMX =
      "classpath*:META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js";

  private static final Map<String, String> TAGS = new ConcurrentHashMap<>();

  private final Resource htmx = htmx();

  @Override
  protected @Nullable Resource getResource(String path, Resource location) throws IOException {
    return path.equals("htmx.js") ? htmx : super.getResource(path, location);
  }

  /** By content: the time of a file in a jar may stay the same when the file does not. */
  static String tag(Resource resource) {
    return TAGS.computeIfAbsent(
        resource.getDescription(),
        name -> {
          try {
            byte[] hash = Tokens.sha256(resource.getContentAsByteArray());
            return '"' + HexFormat.of().formatHex(hash, 0, 8) + '"';
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
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
