package amends.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every page of the program is reached by links and looked at: nothing wider than the window, no
 * raw key, nothing grave for axe. The pages are those of the table of routes, so that none can be
 * forgotten; what is no page of its own says so below, with the reason.
 */
class EveryPageTest extends InFernhouse {
  /** Parts that a page fetches, files that it serves, and ways through which only others come. */
  private static final Map<String, String> NO_PAGES =
      Map.ofEntries(
          Map.entry("/live", "a stream of events"),
          Map.entry("/live/nav", "part of each page"),
          Map.entry("/cases/{id}/presence", "part of a case"),
          Map.entry("/cases/{id}/parts", "part of a case"),
          Map.entry("/cases/{id}/next-read", "part of a composer"),
          Map.entry("/calls/found", "part of taking a call"),
          Map.entry("/calls/known", "part of taking a call"),
          Map.entry("/fields/{id}/things", "part of a form"),
          Map.entry("/audit.csv", "a file"),
          Map.entry("/payments/tasks.csv", "a file"),
          Map.entry("/payments/tasks.ics", "a file"),
          Map.entry("/cases/{id}/similar", "part of a case"),
          Map.entry("/complaints/return", "a file"),
          Map.entry("/metrics", "figures for programs"),
          Map.entry("/held/{id}/html", "a frame"),
          Map.entry("/held/{id}/raw", "a file"),
          Map.entry("/held/{id}/files/{number}", "a file"),
          Map.entry("/messages/{id}/html", "a frame"),
          Map.entry("/messages/{id}/raw", "a file"),
          Map.entry("/attachments/{link}", "a file"),
          Map.entry("/catcher/{id}/html", "a frame"),
          Map.entry("/c/{token}/files/{file}", "a file"),
          Map.entry("/c/{token}/chat/events", "a stream of events"),
          Map.entry("/c/{token}/chat/words", "part of the customer's page"),
          Map.entry("/outbound/{id}/letter", "a file"),
          Map.entry("/outbound/runs/{id}/letters", "a file"),
          Map.entry("/error", "looked at as a page that is not there"),
          Map.entry("/", "leads on to the desk"),
          Map.entry("/mail-accounts/back", "where a provider sends people back to"),
          Map.entry("/sign-in/provider", "leads on to a provider"),
          Map.entry("/sign-in/provider/return", "where a provider sends people back to"),
          Map.entry(
              "/sign-in/second",
              "only between a password and a second step: see SecondStepBrowserTest"),
          Map.entry(
              "/profile/proof",
              "only before a change of one's own sign-in: see SecondStepBrowserTest"));

  private static final String FAULTS =
      """
      () => {
        const add = (kind, style) => {
          const made = document.createElement(kind);
          Object.assign(made.style, style);
          return document.body.appendChild(made);
        };
        document.documentElement.removeAttribute("lang");
        add("p", { color: "#ddd", background: "#fff" }).textContent = "cases.some.key";
        add("img", {}).src = "data:,";
        add("div", { width: "2000px", height: "9px" });
      }
      """;

  @Test
  void isReachedAndHasNoFault() throws IOException {
    assertThat(faults(house, chromium, false)).isEmpty();
  }

  /** What is looked for is found where it stands. */
  @Test
  void aFaultThatWasPutThereIsSeen() {
    try (BrowserContext window = chromium.window(house.address(), 1440, 900, ColorScheme.LIGHT)) {
      Watch watch = new Watch(window, house.address());
      Page page = window.newPage();
      page.navigate("/sign-in");
      watch.look(page);
      assertThat(watch.faults()).isEmpty();
      page.evaluate(FAULTS);
      watch.look(page);
      assertThat(String.join("\n", watch.faults()))
          .contains(
              "wider than 1440", "shows the key", "html-has-lang", "color-contrast", "image-alt");
    }
  }

  /**
   * @param phone whether each page is looked at again at a phone's width and in the dark, which
   *     takes too long for every run
   */
  static List<String> faults(Fernhouse house, Chromium chromium, boolean phone) throws IOException {
    Set<String> pages = new TreeSet<>(PageRoutes.all());
    assertThat(pages).containsAll(NO_PAGES.keySet());
    pages.removeAll(NO_PAGES.keySet());
    List<String> faults = new ArrayList<>();
    try (BrowserContext wide = chromium.window(house.address(), 1440, 900, ColorScheme.LIGHT)) {
      Desk ada = new Desk(wide.newPage());
      ada.signIn("ada.birch@fernhill.example", "ada-at-fernhill");
      FullHouse full = new FullHouse(ada.page, house.address());
      full.furnish();
      Watch watch = new Watch(wide, house.address());
      Walk walk = new Walk(ada.page, house.address(), watch, pages);
      walk.start(full.found());
      faults.addAll(watch.faults());
      assertThat(walk.missing()).as("pages that no link leads to").isEmpty();
      if (phone) {
        faults.addAll(onPhone(house, chromium, walk.seen()));
      }
    }
    return faults.stream().distinct().toList();
  }

  private static List<String> onPhone(Fernhouse house, Chromium chromium, List<String> paths)
      throws IOException {
    try (BrowserContext phone = chromium.window(house.address(), 390, 844, ColorScheme.DARK)) {
      Desk ada = new Desk(phone.newPage());
      ada.signIn("ada.birch@fernhill.example", "ada-at-fernhill");
      Watch watch = new Watch(phone, house.address());
      for (String path : paths) {
        ada.page.navigate(path);
        watch.look(ada.page);
      }
      return watch.faults();
    }
  }
}
