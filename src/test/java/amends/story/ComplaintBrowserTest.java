package amends.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A formal complaint from its receipt to the final response, in a real browser. */
class ComplaintBrowserTest extends VisitingFernhouse {
  @ParameterizedTest
  @CsvSource({"1440, 900, LIGHT, Nora Field", "390, 844, DARK, Nell Hearne"})
  void aLetterThatSaysTooLittleIsHeldBackAndOneThatArrivedStopsTheClock(
      int width, int height, ColorScheme scheme, String name) throws IOException {
    String address = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org";
    try (BrowserContext window = chromium.window(house.address(), width, height, scheme)) {
      Watch watch = new Watch(window, house.address());
      Desk desk = new Desk(window.newPage());
      desk.signIn("priya.nair@fernhill.example", "priya-at-fernhill");
      house.mail(
          name + " <" + address + ">",
          "I complain",
          "text/plain",
          "You charged me twice for order F-1 and nobody answers.");
      desk.page.navigate("/cases?view=unowned");
      desk.reloadUntilThere(desk.row(name));
      desk.row(name).click();
      assertThat(desk.letter("charged me twice")).isVisible();
      String complaint =
          desk.page.url().replaceFirst("(/cases/\\d+).*", "$1").replace(house.address(), "")
              + "/complaint";

      desk.page.navigate(complaint);
      watch.look(desk.page);
      desk.type("eligible", "A consumer who bought from us");
      desk.press("Hold it as a formal complaint");
      assertThat(desk.page.locator(".error").first()).isVisible();
      assertThat(desk.page.locator("[name=eligible]")).hasValue("A consumer who bought from us");
      desk.page.locator("[name=regimes][value=iso-10002]").check();
      desk.press("Hold it as a formal complaint");
      Locator clocks = desk.page.locator(".complaint-clocks li");
      assertThat(clocks).hasCount(2);
      watch.look(desk.page);

      desk.page.navigate(complaint + "/letters/acknowledgement");
      watch.look(desk.page);
      desk.page.locator("[name=nothing_more]").check();
      desk.press("Send");
      assertThat(clocks.first()).containsText(Pattern.compile("On its way|Kept"));
      desk.reloadUntilThere(
          clocks.filter(new Locator.FilterOptions().setHasText("Kept by what was sent")));

      desk.page.navigate(complaint + "/letters/final-response");
      assertThat(desk.page.locator(".paper"))
          .containsText("It is not decided yet. Whoever looks into it decides first.");
      desk.page.locator("[name=nothing_more]").check();
      desk.press("Send");
      assertThat(desk.page.locator("#trouble")).containsText("not decided");
      desk.page.navigate("/complaints");
      assertThat(desk.page.getByText("I complain").first()).isVisible();
      watch.look(desk.page);
      assertThat(watch.faults()).isEmpty();
    }
  }
}
