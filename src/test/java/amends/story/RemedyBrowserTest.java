package amends.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The jug broke again: given in two keystrokes, asked above the limit, refused from the stopped lot
 * with another proposed, and chosen by the customer.
 */
class RemedyBrowserTest extends VisitingFernhouse {
  private static final Pattern LINK = Pattern.compile("/c/[\\w-]{22}");
  private static final Pattern CODE = Pattern.compile("Code: (\\d{6})");

  @Test
  void theFrontLineDecidesAndTheCustomerChooses() throws IOException {
    try (BrowserContext wide = chromium.window(house.address(), 1440, 900, ColorScheme.LIGHT);
        BrowserContext lead = chromium.window(house.address(), 390, 844, ColorScheme.DARK)) {
      Watch watch = new Watch(wide, house.address());
      Desk priya = new Desk(wide.newPage());
      priya.signIn("priya.nair@fernhill.example", "priya-at-fernhill");
      String matter = theJugBrokeAgain(priya);
      twoKeystrokes(priya, matter, watch);
      aRefundInTwoKeystrokes(priya, matter, watch);
      stopped(priya, matter, watch);
      above(priya, matter, watch);

      Watch leads = new Watch(lead, house.address());
      Desk hanna = new Desk(lead.newPage());
      hanna.signIn("hanna.lindqvist@fernhill.example", "hanna-at-fernhill");
      decides(hanna, leads);
      offers(hanna, matter, leads);
      assertThat(leads.faults()).isEmpty();
      chooses(priya, watch);
      assertThat(watch.faults()).isEmpty();
    }
  }

  private static String theJugBrokeAgain(Desk desk) throws IOException {
    house.mail(
        "Wilma Brook <wilma.brook@example.org>",
        "The jug broke again",
        "text/plain",
        "The new jug has lost its handle as well. I nearly scalded my foot.");
    desk.page.navigate("/cases?view=unowned");
    desk.reloadUntilThere(desk.row("Wilma Brook"));
    desk.row("Wilma Brook").click();
    assertThat(desk.letter("lost its handle")).isVisible();
    String matter =
        desk.page.url().replaceFirst("(/cases/\\d+).*", "$1").replace(house.address(), "");
    desk.page.navigate(matter + "/about");
    desk.page.locator("[name=unit]").fill("SJ-4402");
    desk.send();
    return matter;
  }

  /** A letter opens it with the amount ready, Enter gives it. */
  private static void twoKeystrokes(Desk desk, String matter, Watch watch) {
    Page page = desk.page;
    page.navigate(matter);
    assertThat(page.locator(".side")).containsText("You can give up to");
    watch.look(page);
    page.keyboard().press("m");
    page.waitForURL("**/remedies/new");
    assertThat(page.locator("[name=amount]")).isFocused();
    assertThat(page.locator("[name=amount]")).not().hasValue("");
    watch.look(page);
    page.keyboard().press("Enter");
    assertThat(page.locator(".flash")).containsText("Given");
    undoneByOneKey(page);
    assertThat(page.locator(".side")).containsText("A credit with us, £15.00");
    assertThat(page.locator(".timeline")).containsText("given.");
    watch.look(page);
  }

  /** Money back is what stands first once it is known how much is usual: again m, and Enter. */
  private static void aRefundInTwoKeystrokes(Desk desk, String matter, Watch watch) {
    Page page = desk.page;
    page.navigate(matter + "/remedies/new");
    page.getByText("Part of your money back", new Page.GetByTextOptions().setExact(true)).click();
    page.locator("[name=amount]").fill("12.00");
    desk.press("Give it");
    assertThat(page.locator(".flash")).containsText("Given");
    page.navigate(matter);
    page.keyboard().press("m");
    page.waitForURL("**/remedies/new");
    assertThat(page.locator("main")).containsText("Part of your money back");
    assertThat(page.locator("[name=amount]")).hasValue("12.00");
    watch.look(page);
    page.keyboard().press("Enter");
    assertThat(page.locator(".flash")).containsText("Given");
    assertThat(page.locator(".side .promise:has-text('Part of your money back, £12.00')"))
        .hasCount(2);
  }

  /** It stands beside the confirmation for some seconds; then it is given anew. */
  private static void undoneByOneKey(Page page) {
    assertThat(page.locator("#undo-grant")).containsText("It begins to leave in a few seconds");
    page.keyboard().press("z");
    assertThat(page.locator(".flash")).containsText("Undone before it left");
    page.keyboard().press("m");
    page.waitForURL("**/remedies/new");
    page.keyboard().press("Enter");
    assertThat(page.locator(".flash")).containsText("Given");
  }

  private static void stopped(Desk desk, String matter, Watch watch) {
    Page page = desk.page;
    page.navigate(matter + "/remedies/new");
    page.getByText("A new jug", new Page.GetByTextOptions().setExact(true)).click();
    page.locator("[name=serial]").fill("SJ-4403");
    desk.press("Give it");
    assertThat(page.locator(".error").first()).containsText("Take one of these instead: SJ-44");
    watch.look(page);
    page.locator("[name=serial]").fill("SJ-4473");
    desk.press("Give it");
    assertThat(page.locator(".side")).containsText("Did it arrive and work?");
    page.locator(".side a[href$='/check']").first().click();
    watch.look(page);
    page.navigate(matter + "/remedies");
    watch.look(page);
  }

  private static void above(Desk desk, String matter, Watch watch) {
    Page page = desk.page;
    page.navigate(matter + "/remedies/new");
    page.locator("[name=amount]").fill("400.00");
    page.locator("[name=why]").fill("Two jugs, and nearly a scald");
    desk.press("Give it");
    assertThat(page.locator(".paper").first()).containsText("Hanna Lindqvist is asked");
    watch.look(page);
    desk.press("Ask, and promise when they hear");
    assertThat(page.locator(".side")).containsText("Asked of Hanna Lindqvist");
  }

  private static void decides(Desk desk, Watch watch) {
    Page page = desk.page;
    page.navigate("/remedies/asked");
    Locator asked = page.locator(".asked", new Page.LocatorOptions().setHasText("nearly a scald"));
    watch.look(page);
    asked.getByText("Grant").click();
    assertThat(page.locator(".flash")).containsText("Granted");
    page.navigate("/remedies/backing");
    watch.look(page);
    page.locator(".asked button[value=backed]").first().click();
    assertThat(page.locator(".flash")).containsText("keeps it");
  }

  private static void offers(Desk desk, String matter, Watch watch) {
    Page page = desk.page;
    page.navigate(matter + "/offers/new");
    page.getByLabel("Part of your money back").first().check();
    page.getByLabel("A note by hand").first().check();
    page.getByLabel("Amount for Part of your money back").fill("40.00");
    page.locator("[name=by]").fill("in 3 days");
    watch.look(page);
    desk.press("Offer it");
    assertThat(page.locator("main")).containsText("To choose until");
  }

  private static void chooses(Desk desk, Watch watch) {
    desk.openCaught("wilma.brook@example.org", "We have your message");
    Matcher link = LINK.matcher(desk.page.innerText("body"));
    assertThat(link.find()).isTrue();
    try (Page page = desk.page.context().newPage()) {
      page.navigate(link.group());
      assertThat(page.locator("main")).containsText("How shall we make it right?");
      watch.look(page);
      page.getByLabel("Part of your money back").check();
      page.getByText("Choose this", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("[name=choice_code]")).isVisible();
      watch.look(page);
      desk.openCaught("wilma.brook@example.org", "Your code for");
      Matcher code = CODE.matcher(desk.page.innerText("body"));
      assertThat(code.find()).isTrue();
      page.locator("[name=choice_code]").fill(code.group(1));
      page.getByText("Choose this", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("#done")).containsText("under way");
      watch.look(page);
    }
  }
}
