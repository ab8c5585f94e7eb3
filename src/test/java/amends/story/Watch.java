package amends.story;

import amends.testing.Axe;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks over a browser's shoulder and writes down everything that must not happen. */
final class Watch {
  /** What WCAG 2.2 AA asks for, and what is good practice beside it. */
  private static final List<String> ASKED =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** The developers' page shows hundreds of entries, all drawn by one template. */
  private static final String THREE_OF_EACH =
      "document.querySelectorAll('.api-entry:nth-of-type(n + 4)').forEach(e => e.remove())";

  private static final Pattern RAW_KEY =
      Pattern.compile(
          "\\b(?:app|cases|complaints|goods|messages|portal|promises|remedies|shared|staff|time)(?:\\.[a-z_-]{2,}){2,}");

  private final String home;
  private final List<String> faults = new ArrayList<>();

  Watch(BrowserContext context, String home) {
    this.home = home;
    context.onConsoleMessage(this::hear);
    context.onWebError(error -> faults.add("error on a page: " + error.error()));
    context.onRequest(this::see);
    context.onResponse(this::see);
    context.onDialog(dialog -> {
      faults.add("a dialog opened: " + dialog.message());
      dialog.dismiss();
    });
    context.onPage(
        page -> page.onPopup(popup -> faults.add("a window opened by itself: " + popup.url())));
  }

  List<String> faults() {
    return faults;
  }

  /** Chromium also says aloud that a page was refused or is not there; that is no fault. */
  private void hear(ConsoleMessage message) {
    boolean aboutTheAnswer = message.text().startsWith("Failed to load resource: the server");
    if (!aboutTheAnswer) {
      faults.add("console: " + message.text());
    }
  }

  private void see(Request request) {
    String url = request.url();
    if (!url.startsWith(home + "/") && !url.startsWith("data:")) {
      faults.add("asked for " + url);
    }
  }

  private void see(Response response) {
    boolean page = response.request().resourceType().equals("document");
    if (response.status() >= (page ? 500 : 400)) {
      faults.add(response.url() + " answered " + response.status());
    }
  }

  /** The page as it stands: nothing wider than the window, no raw key, nothing grave for axe. */
  void look(Page page) {
    String at = page.url().substring(home.length()) + " (" + page.title() + ")";
    int width = page.viewportSize().width;
    if ((Integer) page.evaluate("document.documentElement.scrollWidth") > width) {
      faults.add(at + ": wider than " + width);
    }
    Matcher raw = RAW_KEY.matcher(page.innerText("body"));
    if (raw.find()) {
      faults.add(at + ": shows the key " + raw.group());
    }
    page.evaluate(THREE_OF_EACH);
    Axe.graveFaults(page, ASKED).forEach(fault -> faults.add(at + ": " + fault));
  }
}
