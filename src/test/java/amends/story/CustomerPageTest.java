package amends.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A stranger reports a problem on a phone and becomes a customer with a page, in a real browser.
 */
class CustomerPageTest extends VisitingFernhouse {
  @Test
  void reportsConfirmsReadsAndWritesBack() {
    try (BrowserContext phone = chromium.window(house.address(), 390, 844, ColorScheme.DARK);
        BrowserContext office = chromium.window(house.address(), 1440, 900, ColorScheme.LIGHT)) {
      Watch watch = new Watch(phone, house.address());
      Watch deskWatch = new Watch(office, house.address());
      Page page = phone.newPage();
      page.navigate("/report");
      watch.look(page);
      page.fill("[name=words]", "The blue jug arrived without its handle.");
      page.fill("[name=name]", "Wanda Brook");
      page.fill("[name=email]", "wanda@brook.example");
      page.click(".button-main");
      assertThat(page.innerText("h1")).contains("has arrived");
      watch.look(page);

      Page desk = office.newPage();
      desk.navigate("/sign-in");
      desk.fill("[name=email]", "morgan.hale@fernhill.example");
      desk.fill("[name=password]", "morgan-at-fernhill");
      desk.click(".button-main");
      page.navigate(caught(desk, "Please confirm", "/report/confirm/[\\w-]{22}"));
      watch.look(page);
      page.click(".button-main");
      assertThat(page.innerText("h1")).contains("confirmed");

      page.navigate(caught(desk, "We have your message", "/c/[\\w-]{22}"));
      watch.look(page);
      assertThat(page.innerText("main")).contains("A person answers you", "without its handle");
      page.locator("details.fold summary").all().forEach(fold -> fold.click());
      watch.look(page);
      page.fill("[name=words]", "I found the handle in the box.");
      page.click("#write .button");
      assertThat(page.innerText("main"))
          .contains("Thank you, it has arrived", "I found the handle");
      watch.look(page);

      desk.navigate("/cases?q=wanda");
      desk.click("[id^=case-]");
      desk.click("a[href$='/customer']");
      deskWatch.look(desk);
      assertThat(desk.innerText("main")).contains("I found the handle", "Reference to say");

      String matter = desk.url().replaceFirst("/customer.*", "");
      saidToMany(desk, deskWatch);
      page.reload();
      assertThat(page.innerText("#promised ~ ul"))
          .contains("We tell you what we have found", "promised to you and to others");
      watch.look(page);
      desk.navigate(matter);
      assertThat(desk.innerText(".side")).contains("Said to many at once");
      deskWatch.look(desk);
      desk.navigate("/promises");
      assertThat(desk.innerText(".ledger")).contains("to many");
      deskWatch.look(desk);
      assertThat(watch.faults()).isEmpty();
      assertThat(deskWatch.faults()).isEmpty();
    }
  }

  /** A warning to a list of one: it waits no longer than a reply. */
  private static void saidToMany(Page desk, Watch watch) {
    desk.navigate("/broadcasts/new");
    desk.check("[name=purpose][value=safety]");
    desk.fill("[name=subject]", "Handles of blue jugs");
    desk.fill("[name=body]", "Hello {first name}, please do not use the blue jug for now.");
    desk.fill("[name=next]", "We tell you what we have found.");
    desk.fill("[name=by]", "in 2 days");
    watch.look(desk);
    desk.click(".button-main");
    desk.locator("summary", new Page.LocatorOptions().setHasText("People I name")).click();
    desk.fill("#w-named-list", "wanda@brook.example");
    desk.locator("form:has(#w-named-list) .button").click();
    desk.waitForSelector("[name=count]");
    desk.fill("[name=count]", "1");
    desk.locator("form[action$='/start'] .button-main").click();
    caught(desk, "Handles of blue jugs", "blue jug");
  }

  /** The path in the newest caught letter to Wanda with this subject. */
  private static String caught(Page desk, String subject, String path) {
    for (int tries = 0; tries < 60; tries++) {
      desk.navigate("/catcher");
      var row =
          desk.locator("a[href^='/catcher/']")
              .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(subject));
      if (row.count() > 0) {
        row.first().click();
        String text = desk.innerText("main");
        Matcher link = Pattern.compile(path).matcher(text);
        if (text.contains("wanda@brook.example") && link.find()) {
          return link.group();
        }
      }
      desk.waitForTimeout(250);
    }
    throw new AssertionError("no letter “" + subject + "” came");
  }
}
