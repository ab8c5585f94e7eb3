package amends.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page of the program is reached by links and looked at: nothing wider than the window, no
 * raw key, nothing grave for axe. The pages are those of the table of routes, so that none can be
 * forgotten; what is no page of its own says so below, with the reason.
 */
class EveryPageTest {
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
              "/sign-in/second", "only between a password and a second step: not looked at here"),
          Map.entry(
              "/profile/proof", "only before a change of one's own sign-in: not looked at here"));

  @TempDir static Path here;
  private static Fernhouse house;
  private static Chromium chromium;

  @BeforeAll
  static void open() throws IOException {
    house = Fernhouse.open(here);
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
    if (house != null) {
      house.close();
    }
  }

  @Test
  void isReachedAndHasNoFault() throws IOException {
    Set<String> pages = new TreeSet<>(PageRoutes.all());
    assertThat(pages).containsAll(NO_PAGES.keySet());
    pages.removeAll(NO_PAGES.keySet());
    List<String> faults = new ArrayList<>();
    try (BrowserContext wide = chromium.window(house.address(), 1440, 900, ColorScheme.LIGHT);
        BrowserContext phone = chromium.window(house.address(), 390, 844, ColorScheme.DARK)) {
      Desk ada = new Desk(wide.newPage());
      ada.signIn("ada.birch@fernhill.example", "ada-at-fernhill");
      FullHouse full = new FullHouse(ada.page, house.address());
      full.furnish();
      Watch watch = new Watch(wide, house.address());
      Walk walk = new Walk(ada.page, house.address(), watch, pages);
      walk.start(full.found());
      faults.addAll(watch.faults());
      Desk again = new Desk(phone.newPage());
      again.signIn("ada.birch@fernhill.example", "ada-at-fernhill");
      Watch narrow = new Watch(phone, house.address());
      // Every page at this width; axe, which takes most of the time, at every third one.
      int number = 0;
      for (String path : walk.seen()) {
        again.page.navigate(path);
        if (number++ % 3 == 0) {
          narrow.look(again.page);
        } else {
          narrow.glance(again.page);
        }
      }
      faults.addAll(narrow.faults());
      assertThat(walk.missing()).as("pages that no link leads to").isEmpty();
    }
    assertThat(faults.stream().distinct().collect(Collectors.toList())).isEmpty();
  }
}
