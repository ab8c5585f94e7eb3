package amends.story;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pictures of every page of a running demo, to look at: address and folder are its arguments. */
final class Shots {
  private static final String[] ANYBODY = {"/cases?view=mine", "/cases?view=team",
    "/cases?view=unowned", "/cases?view=soon", "/cases?view=broken", "/cases?q=zzz", "/cases/new",
    "/held?in=quarantine", "/held?in=tray", "/system", "/catcher", "/people", "/profile", "/nowhere"};

  private final Path folder;
  private final BrowserContext window;
  private final String suffix;

  private Shots(Path folder, BrowserContext window, String suffix) {
    this.folder = folder;
    this.window = window;
    this.suffix = suffix;
  }

  public static void main(String[] args) {
    try (Chromium chromium = new Chromium()) {
      new Shots(
              Path.of(args[1]),
              chromium.window(args[0], 1440, 900, ColorScheme.LIGHT),
              "1440-light")
          .all();
      new Shots(
              Path.of(args[1]), chromium.window(args[0], 390, 844, ColorScheme.DARK), "390-dark")
          .all();
    }
  }

  private void all() {
    try (Page page = window.newPage()) {
      page.navigate("/sign-in");
      shoot(page, "sign-in");
      Desk desk = new Desk(page);
      desk.signIn("hanna.lindqvist@fernhill.example", "hanna-at-fernhill");
      Map<String, String> pages = new LinkedHashMap<>();
      for (String path : ANYBODY) {
        page.navigate(path);
        shoot(page, path);
        links(page, pages, path);
      }
      pages.forEach((path, name) -> {
        page.navigate(path);
        shoot(page, name);
      });
    }
  }

  private void links(Page page, Map<String, String> pages, String path) {
    int n = 0;
    for (var row : page.locator("a.row[href], a.mail, main a[href^='/people/']").all()) {
      if (n++ < 14) {
        String href = row.getAttribute("href");
        pages.putIfAbsent(href, href);
        if (href.matches("/cases/\\d+") && path.contains("team")) {
          for (String act : new String[] {"settlement", "owner", "follow-ups", "closure",
            "reopening"}) {
            if (n == 1) pages.put(href + "/" + act, href + "/" + act);
          }
          for (String mode : new String[] {"note", "statement", "call"}) {
            if (n == 1) pages.put(href + "?compose=" + mode, href + "?compose=" + mode);
          }
        }
      }
    }
  }

  private void shoot(Page page, String name) {
    String plain = name.replaceAll("[^a-z0-9-]+", "_");
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(folder.resolve(plain + "-" + suffix + ".png")));
  }
}
