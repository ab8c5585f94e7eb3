package amends.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passkeys in a real browser, with an authenticator that Chromium plays. */
class PasskeyBrowserTest {
  private static final Pattern DESK = Pattern.compile(".*/cases.*");

  @TempDir static Path here;
  private static Fernhouse house;
  private static Chromium chromium;
  private static String address;

  @BeforeAll
  static void open() throws IOException {
    int port = freePort();
    address = "http://localhost:" + port;
    house =
        Fernhouse.open(
            here, Map.of("AMENDS_HTTP_PORT", String.valueOf(port), "AMENDS_BASE_URL", address));
    chromium = Chromium.kept();
  }

  @AfterAll
  static void close() {
    if (house != null) {
      house.close();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void authenticator(Page page, boolean unlocks) {
    CDPSession devtools = page.context().newCDPSession(page);
    devtools.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", unlocks);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject wanted = new JsonObject();
    wanted.add("options", options);
    devtools.send("WebAuthn.addVirtualAuthenticator", wanted);
  }

  private static List<String> said(Page page) {
    List<String> said = new ArrayList<>();
    page.onConsoleMessage(message -> said.add(message.text()));
    page.onPageError(said::add);
    return said;
  }

  private static void signIn(Page page, String email, String password) {
    page.navigate("/sign-in");
    page.getByLabel("E-mail").fill(email);
    page.getByLabel("Password").fill(password);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in").setExact(true))
        .click();
    assertThat(page).hasURL(DESK);
  }

  private static void addPasskey(Page page, String name) {
    page.navigate("/profile/sign-in");
    page.getByLabel("Name of the passkey").last().fill(name);
    page.getByText("Add a passkey").click();
    assertThat(page.locator(".plain-rows").getByText(name).first()).isVisible();
  }

  private static void signOut(Page page) {
    page.evaluate(
        """
        fetch('/sign-out', {method: 'POST', headers: {'X-CSRF-TOKEN':
          document.querySelector('input[name=_csrf]').value}})
        """);
  }

  @Test
  void aPasskeyIsAddedSignsInByItsButtonAndIsRemoved() {
    try (BrowserContext window = chromium.window(address, 1280, 900, ColorScheme.LIGHT)) {
      window.addInitScript("PublicKeyCredential.isConditionalMediationAvailable = undefined");
      Page page = window.newPage();
      List<String> said = said(page);
      authenticator(page, true);
      signIn(page, "tom.okafor@fernhill.example", "tom-at-fernhill");
      addPasskey(page, "My laptop");
      signOut(page);
      page.navigate("/sign-in");
      page.getByText("Sign in with a passkey").click();
      assertThat(page).hasURL(DESK);
      page.navigate("/profile/sign-in");
      assertThat(page.getByText("last used")).isVisible();
      page.locator("form[action$='/ending'] button", hasText("My laptop")).click();
      assertThat(page.getByText("The passkey is removed")).isVisible();
      signOut(page);
      page.navigate("/sign-in");
      page.getByText("Sign in with a passkey").click();
      assertThat(page.locator("[data-passkey-trouble]"))
          .containsText("We do not know this passkey");
      assertThat(said).noneMatch(line -> line.contains("Content Security Policy"));
    }
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  @Test
  void aPageThatIsOlderThanItsSessionLeadsToAFreshOne() {
    try (BrowserContext window = chromium.window(address, 390, 844, ColorScheme.LIGHT)) {
      window.addInitScript("PublicKeyCredential.isConditionalMediationAvailable = undefined");
      Page page = window.newPage();
      authenticator(page, true);
      page.navigate("/sign-in");
      window.clearCookies();
      page.getByText("Sign in with a passkey").click();
      assertThat(page).hasURL(address + "/sign-in?again=yes");
    }
  }

  @Test
  void theBrowserOffersItInTheFieldOfTheAddress() {
    try (BrowserContext window = chromium.window(address, 1280, 900, ColorScheme.LIGHT)) {
      Page page = window.newPage();
      signIn(page, "sam.whitlock@fernhill.example", "sam-at-fernhill");
      authenticator(page, true);
      addPasskey(page, "My phone");
      signOut(page);
      page.navigate("/sign-in");
      assertThat(page).hasURL(DESK);
    }
  }

  @Test
  void anAuthenticatorThatIsNotUnlockedAddsNothing() {
    try (BrowserContext window = chromium.window(address, 390, 844, ColorScheme.DARK)) {
      Page page = window.newPage();
      signIn(page, "morgan.hale@fernhill.example", "morgan-at-fernhill");
      authenticator(page, false);
      page.navigate("/profile/sign-in");
      page.getByLabel("Name of the passkey").last().fill("Key");
      page.getByText("Add a passkey").click();
      assertThat(page.locator("[data-passkey-trouble]")).containsText("That did not work");
    }
  }
}
