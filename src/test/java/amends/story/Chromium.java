package amends.story;

import amends.testing.Kept;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Chromium of the system. */
public final class Chromium implements AutoCloseable {
  /** A machine that has other things to do shows a page later, and shows it all the same. */
  private static final double PATIENCE_MS = 20_000;

  private static @Nullable Chromium kept;

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
  }

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(program())
                  .setArgs(List.of("--no-sandbox", "--disable-gpu")));

  /** One for all classes that follow each other: their windows know nothing of each other. */
  public static Chromium kept() {
    Chromium open = kept;
    if (open == null) {
      Chromium made = new Chromium();
      Kept.until(() -> {
        kept = null;
        made.close();
      });
      kept = made;
      open = made;
    }
    return open;
  }

  private static Path program() {
    String named =
        Objects.requireNonNullElse(System.getenv("AMENDS_CHROMIUM"), "/usr/bin/chromium");
    return Stream.of(named, "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException("No Chromium: install it, or name it in AMENDS_CHROMIUM"));
  }

  public BrowserContext window(String address, int width, int height, ColorScheme scheme) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setBaseURL(address)
            .setViewportSize(width, height)
            .setColorScheme(scheme)
            .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
            .setLocale("en-GB")
            .setTimezoneId("Europe/London"));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
