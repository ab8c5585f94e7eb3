package amends.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The composer reads along: a mark, a reason, better words with one key, a reason to send. */
class HonestBrowserTest extends VisitingFernhouse {
  @ParameterizedTest
  @CsvSource({"1440, 900, LIGHT, Olga Quist", "390, 844, DARK, Olga Penhale"})
  void betterWordsAreOneKeyAway(int width, int height, ColorScheme scheme, String name)
      throws IOException {
    String address = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org";
    try (BrowserContext window = chromium.window(house.address(), width, height, scheme)) {
      Watch watch = new Watch(window, house.address());
      Desk desk = new Desk(window.newPage());
      desk.signIn("priya.nair@fernhill.example", "priya-at-fernhill");
      house.mail(
          name + " <" + address + ">",
          "My jug leaks",
          "text/plain",
          "Hello, my jug leaks. Order F-1.");
      desk.page.navigate("/cases?view=unowned");
      desk.reloadUntilThere(desk.row(name));
      desk.row(name).click();
      assertThat(desk.letter("my jug leaks")).isVisible();
      desk.compose("reply");

      Locator text = desk.page.locator("textarea[name=text]");
      text.fill("Dear Olga. I'll have him call you back. You will hear from us shortly.");
      Locator findings = desk.page.locator(".finding");
      assertThat(findings).hasCount(2);
      assertThat(desk.page.locator(".finding-mark")).hasCount(2);
      assertThat(desk.page.locator("#aloud")).hasText("2 places to look at before sending");
      watch.look(desk.page);

      text.focus();
      desk.page.keyboard().press("Alt+2");
      assertThat(findings).hasCount(1);
      assertThat(text.inputValue()).contains("hear from us by ").doesNotContain("shortly");

      Locator said = desk.page.locator(".said-moment [data-promise]");
      said.first().click();
      assertThat(desk.page.locator("[name=by]")).not().hasValue("");
      assertThat(desk.page.locator("[name=next]")).not().hasValue("");

      List<Route> late = new ArrayList<>();
      desk.page.route("**/checks", late::add);
      desk.send();
      assertThat(desk.page.locator(".composer .error").first()).isVisible();
      desk.page.locator("[name=overrule]").selectOption("agreed");
      desk.page.waitForCondition(() -> !late.isEmpty());
      desk.page.unroute("**/checks");
      late.forEach(Route::resume);
      assertThat(findings).hasCount(1);
      assertThat(desk.page.locator("[name=overrule]")).hasValue("agreed");
      watch.look(desk.page);
      desk.send();
      assertThat(desk.letter("have him call you back")).isVisible();
      assertThat(watch.faults()).isEmpty();
    }
  }
}
