package amends.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import amends.testing.Authenticator;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages that stand between a password and the desk, where no link leads. */
class SecondStepBrowserTest extends VisitingFernhouse {
  @ParameterizedTest
  @CsvSource({
    "1280, 900, LIGHT, tom.okafor@fernhill.example, tom-at-fernhill",
    "390, 844, DARK, sam.whitlock@fernhill.example, sam-at-fernhill"
  })
  void askInWordsThatEverybodyCanRead(
      int width, int height, ColorScheme scheme, String email, String password) {
    try (BrowserContext window = chromium.window(house.address(), width, height, scheme)) {
      Watch watch = new Watch(window, house.address());
      Page page = window.newPage();
      Desk desk = new Desk(page);
      desk.signIn(email, password);
      page.navigate("/profile/proof");
      watch.look(page);
      page.navigate("/profile/sign-in");
      desk.press("Add an authenticator app");
      watch.look(page);
      String key = page.locator(".key-offer .link-code").innerText();
      page.getByLabel("Code from the app").fill(new Authenticator(key, Clock.systemUTC()).code());
      desk.press("Confirm");
      assertThat(page.locator(".codes li").first()).isVisible();
      watch.look(page);
      window.clearCookies();
      page.navigate("/sign-in");
      page.getByLabel("E-mail").fill(email);
      page.getByLabel("Password").fill(password);
      desk.press("Sign in");
      assertThat(page).hasURL(house.address() + "/sign-in/second");
      watch.look(page);
      assertThat(watch.faults()).isEmpty();
    }
  }
}
