package amends.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a person does at the desk, in that person's words. */
final class Desk {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

  final Page page;

  Desk(Page page) {
    this.page = page;
  }

  void signIn(String email, String password) {
    page.navigate("/sign-in");
    page.getByLabel("E-mail").fill(email);
    page.getByLabel("Password").fill(password);
    press("Sign in");
    page.waitForURL("**/cases*");
  }

  void press(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
  }

  /** Loads the page anew until it shows this; how long that took, in milliseconds. */
  long reloadUntilThere(Locator what) {
    long began = System.nanoTime();
    while (what.count() == 0 && System.nanoTime() - began < PATIENCE) {
      page.reload();
    }
    assertThat(what.first()).isVisible();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }

  Locator row(String words) {
    return page.locator("a.row", new Page.LocatorOptions().setHasText(words));
  }

  /** The moments of a group of the queue, from top to bottom. */
  List<String> moments(Locator group) {
    return group.locator("time.row-at").all().stream()
        .map(time -> time.getAttribute("datetime"))
        .toList();
  }

  void openCase(String words) {
    row(words).click();
    assertThat(page.locator("h1")).containsText(words);
  }

  Locator timeline() {
    return page.locator(".timeline");
  }

  Locator letter(String words) {
    return page.locator(".timeline article", new Page.LocatorOptions().setHasText(words));
  }

  void compose(String mode) {
    page.locator(".composer .tab[href*='compose=" + mode + "']").click();
    page.waitForURL("**compose=" + mode + "**");
  }

  void type(String name, String words) {
    page.locator("form:is(.composer, .paper) [name=" + name + "]").fill(words);
  }

  void choose(String name, String value) {
    page.locator("input[name=" + name + "][value=" + value + "]").check();
  }

  void send() {
    page.locator("form:is(.composer, .paper) button.button-main").click();
  }

  void act(String words) {
    page.locator(".case-bar")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(words))
        .click();
    assertThat(page.locator("form.paper")).isVisible();
  }

  /** Opens a mail that a customer received. */
  void openCaught(String to, String subject) {
    page.navigate("/catcher");
    Locator mail =
        page.locator("a.mail", new Page.LocatorOptions().setHasText(to))
            .filter(new Locator.FilterOptions().setHasText(subject));
    reloadUntilThere(mail);
    mail.first().click();
    assertThat(page.locator(".catcher-mail")).isVisible();
  }
}
