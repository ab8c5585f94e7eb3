package amends.look;

import static org.assertj.core.api.Assertions.assertThat;

import amends.testing.Axe;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The drawn pages in a real browser, under the content policy of the program. */
class BrowserTest {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
          + " connect-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'";

  private static final List<String> ASKED =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  /** One of each kind; the others differ in words only. */
  private static final List<String> LOOKED_AT =
      List.of(
          "queue",
          "queue-empty",
          "case",
          "case-refused",
          "case-call",
          "case-statement",
          "case-settled",
          "new",
          "settlement",
          "owner",
          "follow-up",
          "sign-in",
          "first-start",
          "people",
          "profile",
          "quarantine",
          "held-item",
          "health-ill",
          "catcher-mail",
          "error-404");

  private static HttpServer server;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void openTheBrowser() throws IOException {
    Preview.draw();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", BrowserTest::serve);
    server.start();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(java.util.Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium())
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  @AfterAll
  static void closeTheBrowser() {
    browser.close();
    playwright.close();
    server.stop(0);
  }

  private static Path chromium() {
    String named =
        Objects.requireNonNullElse(System.getenv("AMENDS_CHROMIUM"), "/usr/bin/chromium");
    return Stream.of(named, "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException("No Chromium: install it, or name it in AMENDS_CHROMIUM"));
  }

  private static void serve(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = read(path);
    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
    exchange.getResponseHeaders().set("Content-Type", type(path));
    exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static byte[] read(String path) throws IOException {
    if (path.equals("/assets/htmx.js")) {
      try (InputStream htmx =
          BrowserTest.class.getResourceAsStream(
              "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js")) {
        return htmx == null ? new byte[0] : htmx.readAllBytes();
      }
    }
    if (path.equals("/cases/4127/next-read")) {
      return Files.readAllBytes(Preview.PREVIEW.resolve("next-read.html"));
    }
    if (path.endsWith("/presence") || path.endsWith("/checks")) {
      return new byte[] {' '};
    }
    Path file = Preview.PREVIEW.resolve(path.substring(1));
    return Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
  }

  private static String type(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    return switch (ending) {
      case "css" -> "text/css";
      case "js" -> "text/javascript";
      case "svg" -> "image/svg+xml";
      case "woff2" -> "font/woff2";
      default -> "text/html; charset=utf-8";
    };
  }

  private static String address(String name) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name + ".html";
  }

  private static Page open(String name, int width, ColorScheme scheme) {
    Page page =
        browser.newPage(
            // At rest: what is just arriving is half seen, and its contrast is not the page's.
            new Browser.NewPageOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));
    page.navigate(address(name));
    return page;
  }

  @ParameterizedTest
  @CsvSource({"1440, LIGHT", "390, DARK"})
  void findsNoFaultOnAnyPage(int width, ColorScheme scheme) {
    List<String> faults = new ArrayList<>();
    try (Page page = open("queue", width, scheme)) {
      for (String name : LOOKED_AT) {
        page.navigate(address(name));
        page.evaluate("delete document.documentElement.dataset.theme");
        Axe.faults(page, ASKED).forEach(fault -> faults.add(name + ": " + fault));
        if ((Integer) page.evaluate("document.documentElement.scrollWidth") > width) {
          faults.add(name + ": wider than the window");
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void keepsToTheContentPolicy() {
    for (String name : List.of("queue", "case", "sign-in", "health")) {
      List<String> said = new ArrayList<>();
      try (Page page = browser.newPage()) {
        page.onConsoleMessage(message -> said.add(message.text()));
        page.onPageError(said::add);
        page.onResponse(answer -> {
          if (answer.status() >= 400) {
            said.add(answer.url());
          }
        });
        page.navigate(address(name));
        page.waitForLoadState();
      }
      assertThat(said).as(name).isEmpty();
    }
  }

  @Test
  void movesThroughTheQueueByKeys() {
    try (Page page = open("queue", 1440, ColorScheme.LIGHT)) {
      page.keyboard().press("j");
      page.keyboard().press("j");
      assertThat(focused(page)).isEqualTo("case-4120");
      page.keyboard().press("k");
      assertThat(focused(page)).isEqualTo("case-4098");
      page.keyboard().press("/");
      assertThat(focused(page)).isEqualTo("search");
    }
  }

  @Test
  void showsItsKeys() {
    try (Page page = open("queue", 1440, ColorScheme.LIGHT)) {
      assertThat(page.locator("#keys").isVisible()).isFalse();
      page.keyboard().press("?");
      assertThat(page.locator("#keys").isVisible()).isTrue();
      page.keyboard().press("Escape");
      assertThat(page.locator("#keys").isVisible()).isFalse();
    }
  }

  @Test
  void keepsTheLightThatWasChosen() {
    try (Page page = open("queue", 1440, ColorScheme.LIGHT)) {
      page.locator(".nav-foot .theme-choice[value=dark]").click();
      assertThat(page.evaluate("document.documentElement.dataset.theme")).isEqualTo("dark");
      assertThat(page.context().cookies())
          .anyMatch(cookie -> cookie.name.equals("theme") && cookie.value.equals("dark"));
    }
  }

  @Test
  void letsClocksRunAndTurn() {
    try (Page page = browser.newPage()) {
      page.clock().install();
      page.navigate(address("queue"));
      assertThat(page.locator("#case-4131 .clock").innerText()).isEqualTo("6 min left");
      page.clock().fastForward("04:00");
      assertThat(page.locator("#case-4131 .clock").innerText()).isEqualTo("2 min left");
      page.clock().fastForward("02:30");
      assertThat(page.locator("#case-4131 .clock").innerText()).isEqualTo("under 1 min late");
      assertThat(page.locator("#case-4131 .clock").getAttribute("data-clock")).isEqualTo("overdue");
      assertThat(page.locator("#case-4131 .clock use").getAttribute("href"))
          .endsWith("#dial-overdue");
    }
  }

  @Test
  void tellsHowThePromiseIsUnderstoodWhileOneWrites() {
    try (Page page = open("case-call", 1440, ColorScheme.LIGHT)) {
      page.locator("[name=nothing_more]").check();
      page.locator("#next-read", new Page.LocatorOptions().setHasText("nothing more comes"))
          .waitFor();
      assertThat(page.locator("[name=next]").isVisible()).isFalse();
    }
  }

  @Test
  void reachesTheReplyByOneKeyAndKeepsTheDraft() {
    try (Page page = open("case-call", 1440, ColorScheme.LIGHT)) {
      page.locator("#f-text").fill("She says the tap drips.");
      page.reload();
      assertThat(page.locator("#f-text").inputValue()).isEqualTo("She says the tap drips.");
    }
    try (Page page = open("case", 1440, ColorScheme.LIGHT)) {
      page.keyboard().press("r");
      assertThat(focused(page)).isEqualTo("f-text");
    }
  }

  @Test
  void asksOnlyForWhatTheOutcomeNeeds() {
    try (Page page = open("settlement", 390, ColorScheme.LIGHT)) {
      assertThat(page.locator("[name=reasons]").isVisible()).isTrue();
      page.locator("[value=made_right]").check();
      assertThat(page.locator("[name=reasons]").isVisible()).isFalse();
      page.locator("[value=duplicate]").check();
      assertThat(page.locator("[name=survivor]").isVisible()).isTrue();
    }
  }

  private static Object focused(Page page) {
    return page.evaluate("document.activeElement.id");
  }
}
