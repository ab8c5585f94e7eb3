package amends.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A lead works out a rhythm, starts it on a case and ends it; the calendars beside it. */
class RhythmBrowserTest extends VisitingFernhouse {
  @ParameterizedTest
  @CsvSource({"1440, 900, LIGHT, 0", "390, 844, DARK, 1"})
  void aRhythmIsWorkedOutStartedAndEnded(int width, int height, ColorScheme scheme, int nth)
      throws IOException {
    try (BrowserContext window = chromium.window(house.address(), width, height, scheme)) {
      Watch watch = new Watch(window, house.address());
      Desk desk = new Desk(window.newPage());
      Page page = desk.page;
      desk.signIn("hanna.lindqvist@fernhill.example", "hanna-at-fernhill");
      page.navigate("/feasibility");
      page.locator("[name=customers]").fill("4000");
      desk.press("Work it out");
      assertThat(page.locator(".verdict-of")).containsText("They cannot keep it");
      watch.look(page);
      page.navigate("/cadences");
      watch.look(page);

      page.navigate("/cases?view=team");
      String matter =
          page.locator("a.row[href^='/cases/']")
              .nth(nth)
              .getAttribute("href")
              .replaceFirst("[?#].*", "");
      page.navigate(matter + "/cadence");
      watch.look(page);
      page.getByText("Within a day, then every three days").click();
      desk.press("Start this rhythm");
      assertThat(page.locator(".side")).containsText("every 24 hours, once; then every 3 days");
      watch.look(page);
      page.locator(".side a[href$='/end']").click();
      page.locator("[name=reason]").fill("She asked us to.");
      watch.look(page);
      desk.press("End the rhythm");
      assertThat(page.locator(".side")).containsText("Start a rhythm");
      org.assertj.core.api.Assertions.assertThat(watch.faults()).isEmpty();
    }
    calendars(width, height, scheme);
  }

  private static void calendars(int width, int height, ColorScheme scheme) throws IOException {
    try (BrowserContext window = chromium.window(house.address(), width, height, scheme)) {
      Watch watch = new Watch(window, house.address());
      Desk desk = new Desk(window.newPage());
      desk.signIn("ada.birch@fernhill.example", "ada-at-fernhill");
      desk.page.navigate("/calendars");
      desk.page.getByText("Workshop", new Page.GetByTextOptions().setExact(true)).first().click();
      assertThat(desk.page.locator(".year")).containsText("Good Friday");
      watch.look(desk.page);
      org.assertj.core.api.Assertions.assertThat(watch.faults()).isEmpty();
    }
  }
}
