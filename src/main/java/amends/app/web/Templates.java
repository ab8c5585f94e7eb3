package amends.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Finds the template of a view by its path below the templates' folder. First in line, and with a
 * content type of its own: otherwise negotiation picks a view that there is no file for.
 */
@Component
final class Templates implements ViewResolver, Ordered {
  private static final String HTML = "text/html;charset=UTF-8";

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  @Override
  public int getOrder() {
    return 0;
  }

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    String template = name + ".jte";
    return engine.hasTemplate(template) ? new Rendered(template) : null;
  }

  private final class Rendered implements View {
    private final String template;

    Rendered(String template) {
      this.template = template;
    }

    @Override
    public String getContentType() {
      return HTML;
    }

    /** The whole page first, so that one which fails is an error page and not half a page. */
    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      write(template, model == null ? null : model.get("v"), response);
    }
  }

  void write(String template, @Nullable Object view, HttpServletResponse response)
      throws IOException {
    Utf8ByteOutput page = new Utf8ByteOutput();
    engine.render(template, view, page);
    response.setContentType(HTML);
    response.setContentLength(page.getContentLength());
    page.writeTo(response.getOutputStream());
  }
}
