package amends.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every page keeps to, whatever it shows. */
class PreviewTest {
  private static final Pattern KEY =
      Pattern.compile("\\b(shared|cases|staff|messages|app)\\.[a-z]+\\.[a-z]");
  private static Map<String, String> PAGES = Map.of();

  @BeforeAll
  static void drawEveryPage() throws IOException {
    PAGES = Preview.draw();
  }

  @Test
  void leavesNoKeyUnsaid() {
    PAGES.forEach((name, html) ->
        assertThat(KEY.matcher(html).results().map(r -> r.group()).toList()).as(name).isEmpty());
  }

  @Test
  void givesEveryWholePageOneHeading() {
    PAGES.forEach((name, html) -> {
      if (html.contains("<!doctype html>")) {
        assertThat(html.split("<h1", -1)).as(name).hasSize(2);
      }
    });
  }

  @Test
  void putsTheCsrfFieldIntoEveryFormThatPosts() {
    PAGES.forEach((name, html) -> {
      for (String form : html.split("<form", -1)) {
        String whole = form.substring(0, Math.max(form.indexOf("</form>"), 0));
        if (whole.contains("method=\"post\"")) {
          assertThat(whole).as(name).contains("name=\"_csrf\" value=\"csrf\"");
        }
      }
    });
  }

  @Test
  void namesOnlySignsThatTheSpriteHas() throws IOException {
    String sprite = Files.readString(Path.of("src/main/resources/assets/sprite.svg"));
    Pattern used = Pattern.compile("sprite\\.svg#([a-z-]+)");
    PAGES.forEach((name, html) ->
        used.matcher(html)
            .results()
            .map(r -> r.group(1))
            .distinct()
            .forEach(
                sign -> assertThat(sprite).as(name + " " + sign).contains("id=\"" + sign + "\"")));
  }

  @Test
  void keepsWhatTheContentPolicyForbidsOut() {
    PAGES.forEach((name, html) ->
        assertThat(html)
            .as(name)
            .doesNotContain(" style=", "<style", " onclick=", "hx-on", "javascript:"));
  }

  @Test
  void givesEveryLabelItsField() {
    Pattern label = Pattern.compile("<label[^>]* for=\"([^\"]+)\"");
    PAGES.forEach((name, html) ->
        label
            .matcher(html)
            .results()
            .map(r -> r.group(1))
            .forEach(id -> assertThat(html).as(name).contains("id=\"" + id + "\"")));
  }

  @Test
  void usesNoIdTwice() {
    Pattern id = Pattern.compile("\\sid=\"([^\"]+)\"");
    PAGES.forEach((name, html) ->
        assertThat(id.matcher(html).results().map(r -> r.group(1)).toList())
            .as(name)
            .doesNotHaveDuplicates());
  }
}
