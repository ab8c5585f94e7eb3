package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.faults.Opening;
import amends.story.Chromium;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * P20: what strangers send is shown and never runs. Each line of {@code hostile.txt} stands in a
 * mail's sender, subject, words, HTML, file names, drawings, pages and invitations, and in the
 * form; a real browser opens all pages that show them. More lines: {@code -Dpeers.hostile=FOLDER}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class P20NothingRunsTest {
  private static final String WHO = "scripted@customer.example";
  private static final String ACTIVE =
      "script, iframe, object, embed, svg, math, form, base, link, meta[http-equiv], [onload], [onerror]";
  private static final String RUNS = "<script>alert(7351)</script>";

  private final House house = House.open();
  private final List<String> lines = new ArrayList<>();
  private final Set<String> ran = ConcurrentHashMap.newKeySet();
  private Chromium chromium;
  private BrowserContext window;
  private Page page;
  private long id;

  @BeforeAll
  void allLinesLieInOneCase() {
    lines.addAll(read(Path.of("src/test/resources/amends/peers/hostile.txt")));
    String more = System.getProperty("peers.hostile", "");
    if (!more.isEmpty()) files(Path.of(more)).forEach(file -> lines.addAll(read(file)));
    id = house.writes("scripted", "My jug", "It broke.");
    String to = Letters.replyTo(house.caught(WHO).getFirst());
    for (int i = 0; i < lines.size(); i++) {
      String said = house.post(WHO, to, mail(lines.get(i), i).getBytes(StandardCharsets.UTF_8));
      assertThat(said).as(lines.get(i)).startsWith("250");
    }
    house.settle();
    chromium = Chromium.kept();
    window = chromium.window(house.url(), 1280, 900, ColorScheme.LIGHT);
    watch(window);
    page = window.newPage();
    page.navigate("/sign-in");
    page.fill("[name=email]", Opening.EMAIL);
    page.fill("[name=password]", Opening.PASSWORD);
    page.press("[name=password]", "Enter");
    page.waitForURL(url -> !url.contains("/sign-in"));
  }

  @AfterAll
  void close() {
    if (window != null) window.close();
  }

  private static List<String> read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String word(String words) {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    return "=?utf-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
  }

  private static String mail(String line, int number) {
    return """
    From: %1$s <%2$s>
    To: help@amends.localhost
    Subject: %1$s
    Message-ID: <scripted-%3$d@x.example>
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary=part

    --part
    Content-Type: multipart/alternative; boundary=ways

    --ways
    Content-Type: text/plain; charset=utf-8

    %4$s
    --ways
    Content-Type: text/html; charset=utf-8

    <p>Hello</p>%4$s
    --ways--
    --part
    Content-Type: %6$s; name="%1$s"
    Content-Disposition: inline; filename="%1$s"

    %5$s%4$s
    %7$s--part--
    """
        .formatted(
            word(line),
            WHO,
            number,
            line,
            RUNS,
            TYPES.get(number % TYPES.size()),
            number % 8 == 0 ? files(line) : "")
        .replaceAll("\r?\n", "\r\n");
  }

  private static String files(String line) {
    return """
    --part
    Content-Type: image/svg+xml; name="drawing.svg"
    Content-Disposition: inline; filename="drawing.svg"

    <svg xmlns="http://www.w3.org/2000/svg" onload="alert(7351)">%1$s%2$s</svg>
    --part
    Content-Type: text/html; name="page.html"
    Content-Disposition: inline; filename="page.html"

    <html><body>%1$s%2$s</body></html>
    --part
    Content-Type: text/calendar; method=REQUEST

    BEGIN:VCALENDAR
    BEGIN:VEVENT
    SUMMARY:%2$s
    LOCATION:%2$s
    DESCRIPTION:%2$s
    ORGANIZER;CN=x:javascript:alert(7351)
    X-ALT-DESC;FMTTYPE=text/html:%2$s
    DTSTART:20260601T100000Z
    END:VEVENT
    END:VCALENDAR
    """
        .formatted(RUNS, line);
  }

  /** What a browser might take for a page, were it told so. */
  private static final List<String> TYPES =
      List.of(
          "text/html",
          "application/xhtml+xml",
          "text/xml",
          "image/svg+xml",
          "text/javascript",
          "application/pdf",
          "text/html; charset=utf-7",
          "*/*",
          "multipart/x-mixed-replace",
          "text/plain\u000b");

  private void watch(BrowserContext context) {
    context.onDialog(dialog -> {
      ran.add("a dialog: " + dialog.message());
      dialog.dismiss();
    });
    context.onConsoleMessage(message -> {
      if (!message.text().startsWith("Failed to load resource: the server")) {
        ran.add("console: " + message.text());
      }
    });
    context.onWebError(error -> ran.add("error: " + error.error()));
    context.onPage(opened -> {
      if (opened.opener() != null) ran.add("a window: " + opened.url());
    });
    context.onRequest(request -> {
      if (!request.url().startsWith(house.url() + "/") && !request.url().startsWith("data:")) {
        ran.add("asked for " + request.url());
      }
    });
  }

  private void look(Page on, String path) {
    try {
      on.navigate(path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
    } catch (PlaywrightException download) {
      assertThat(download.getMessage()).as(path).contains("Download is starting");
      return;
    }
    // Whatever waits for a click, a key or the pointer gets it, and each frame is looked at.
    on.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
    on.evaluate("document.querySelectorAll('iframe').forEach(f => f.loading = 'eager')");
    on.waitForLoadState();
  }

  private List<Long> messages() {
    List<Long> all = new ArrayList<>();
    String next = "";
    do {
      var some = house.api.get("/api/v1/cases/" + id + "/messages?direction=in&limit=200" + next);
      some.at("/items").forEach(m -> all.add(m.get("id").asLong()));
      String cursor = some.at("/next").asString("");
      next = cursor.isEmpty() ? "" : "&cursor=" + cursor;
    } while (!next.isEmpty());
    return all;
  }

  @Test
  void nothingRunsOnThePagesOfTheDesk() {
    long customer = house.caseOf(WHO).at("/customer_id").asLong();
    for (String path :
        List.of(
            "/cases?view=all",
            "/cases/" + id,
            "/cases/" + id + "/settlement",
            "/cases/" + id + "/customer",
            "/search?q=script",
            "/search?q=%3Cscript%3Ealert(7351)%3C%2Fscript%3E",
            "/search?q=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(7351)%3E",
            "/customers/" + customer,
            "/held?in=quarantine",
            "/held?in=tray")) {
      look(page, path);
    }
    assertThat(ran).isEmpty();
  }

  @Test
  void norInTheFramesOnTheirOwn() {
    List<Long> all = messages();
    assertThat(all).hasSize(lines.size() + 1);
    for (int i = 1; i < all.size(); i++) {
      String at = "/messages/" + all.get(i) + "/html";
      Document shown = Jsoup.parse(house.administrator.get(at).text());
      assertThat(shown.select(ACTIVE)).as(lines.get(i - 1)).isEmpty();
      if (i % 6 == 0) look(page, at);
    }
    assertThat(ran).isEmpty();
  }

  @Test
  void filesAreDownloadsWhateverTheyCallThemselves() {
    Visitor visitor = house.administrator;
    String text = visitor.get("/cases/" + id).text();
    List<String> links =
        java.util.regex.Pattern.compile("href=\"(/attachments/[^\"]+)\"")
            .matcher(text)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(links.size()).isGreaterThan(lines.size());
    for (int i = 0; i < links.size(); i++) {
      Visitor.Answer file = visitor.get(links.get(i));
      assertThat(file.header("Content-Disposition")).startsWith("attachment");
      assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(file.header("Content-Security-Policy")).contains("sandbox", "default-src 'none'");
      assertThat(file.header("Content-Type"))
          .matches("(application/octet-stream|text/plain|text/calendar|application/pdf).*");
      if (i % 15 == 0) look(page, links.get(i));
    }
    assertThat(ran).isEmpty();
  }

  @Test
  void norFromTheFormNorOnTheCustomersOwnPage() {
    Visitor visitor = house.strangerFrom("127.0.20.20");
    String who = "scripted-form@customer.example";
    List<String> fields = new ArrayList<>(visitor.get("/report").hidden());
    fields.addAll(List.of("name", RUNS + "<img src=x onerror=alert(7351)>", "email", who));
    fields.addAll(List.of("subject", "\"><svg onload=alert(7351)>", "order", "'>" + RUNS));
    fields.addAll(List.of("words", String.join("\n", lines.subList(0, 60))));
    Visitor.Answer taken =
        visitor.upload("/report", fields, "\"><img src=x onerror=alert(7351)>.svg", RUNS);
    assertThat(taken.status()).as(taken.text()).isEqualTo(200);
    house.settle();
    String confirm = Letters.links(house.caught(who).getFirst()).getFirst();
    try (BrowserContext other = chromium.window(house.url(), 390, 844, ColorScheme.DARK)) {
      watch(other);
      Page theirs = other.newPage();
      look(theirs, "/report?name=%3Cscript%3Ealert(7351)%3C/script%3E");
      look(theirs, confirm);
      theirs.locator("form button").first().click();
      theirs.waitForLoadState();
      house.settle();
      for (String address : List.of(who, WHO)) {
        house.caught(address).stream()
            .flatMap(got -> Letters.links(got).stream())
            .filter(link -> link.contains("/c/"))
            .distinct()
            .forEach(link -> look(theirs, link));
      }
    }
    long theirs = house.caseOf(who).at("/id").asLong();
    look(page, "/cases/" + theirs);
    assertThat(page.content()).contains("&lt;script&gt;alert(7351)");
    assertThat(ran).isEmpty();
  }
}
