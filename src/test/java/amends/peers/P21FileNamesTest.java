package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.faults.Wait;
import amends.peers.Visitor.Answer;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** P21: a file's name leads nowhere, in mail, form and export; what is printed fetches nothing. */
class P21FileNamesTest {
  private static final List<String> NAMES =
      List.of(
          "../../etc/passwd",
          "..\\\\..\\\\boot.ini",
          "/etc/cron.d/x",
          "C:\\\\Windows\\\\x.dll",
          "%2e%2e%2fx.txt",
          "\u200B.htaccess",
          ".htaccess",
          "a\u0000b.txt",
          "a\u202Egpj.exe",
          "x".repeat(300) + ".pdf",
          "shell.pht",
          "con:stream.txt",
          "a.txt; filename=b.html",
          "  .. ",
          "<img src=x>.png");
  private static final Pattern FILE = Pattern.compile("href=\"(/attachments/[^\"]+)\"");

  private final House house = House.open();

  private static String mail(String who) {
    StringBuilder mail =
        new StringBuilder(
            "From: %s\nTo: %s\nSubject: Files\nMessage-ID: <files@x.example>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
                .formatted(who, House.HELP));
    for (String name : NAMES) {
      mail.append(
          "--b\nContent-Type: application/x-php\nContent-Disposition: attachment; filename=\"");
      mail.append(name).append("\"\n\n<?php x\n");
    }
    return mail.append("--b--\n").toString();
  }

  private static void isHarmless(String name) {
    assertThat(name).isNotBlank().hasSizeLessThanOrEqualTo(200);
    assertThat(name).doesNotContain("/", "\\", "\u0000", "\u202E", "\u200B", "\r", "\n");
    assertThat(name).doesNotStartWith(".").doesNotStartWith(" ");
  }

  private static String nameIn(String disposition) {
    Matcher full = Pattern.compile("filename\\*=UTF-8''([^;]+)").matcher(disposition);
    assertThat(full.find()).as(disposition).isTrue();
    return URLDecoder.decode(full.group(1), StandardCharsets.UTF_8);
  }

  private List<String> served(long id) {
    String page = house.administrator.get("/cases/" + id).text();
    List<String> names = new ArrayList<>();
    for (String link : FILE.matcher(page).results().map(m -> m.group(1)).distinct().toList()) {
      Answer file = house.administrator.get(link);
      assertThat(file.status()).isEqualTo(200);
      assertThat(file.header("Content-Type")).startsWith("application/octet-stream");
      assertThat(file.header("Content-Disposition").replaceAll("\"[^\"]*\"", "#"))
          .startsWith("attachment;")
          .doesNotContain("filename=b.html");
      names.add(nameIn(file.header("Content-Disposition")));
    }
    return names;
  }

  @Test
  void namesInMailAndInAnExportLeadNowhere() throws Exception {
    String who = "names@customer.example";
    assertThat(house.post(who, House.HELP, mail(who))).startsWith("250");
    house.settle();
    long id = house.caseOf(who).at("/id").asLong();
    assertThat(served(id)).hasSize(NAMES.size()).allSatisfy(P21FileNamesTest::isHarmless);
    long customer = house.caseOf(who).at("/customer_id").asLong();
    String data = "/customers/" + customer + "/data";
    assertThat(house.administrator.submit(data, data + "/export").status()).isEqualTo(302);
    List<String> entries = new ArrayList<>();
    Wait.until(
        "the export is made",
        Duration.ofSeconds(60),
        () -> {
          entries.clear();
          entries.addAll(unzipped(data));
          return !entries.isEmpty();
        });
    assertThat(entries)
        .hasSizeGreaterThan(NAMES.size())
        .doesNotHaveDuplicates()
        .allSatisfy(name -> {
          assertThat(name).doesNotStartWith("/").doesNotContain("..", "\\", "\u0000", "\u202E");
          assertThat(name.toLowerCase(Locale.ROOT)).doesNotContain(":");
        });
  }

  private List<String> unzipped(String data) throws IOException {
    Answer page = house.administrator.get(data);
    Matcher export = Pattern.compile("name=\"export\" value=\"(\\d+)\"").matcher(page.text());
    if (!export.find()) return List.of();
    List<String> fields = new ArrayList<>(page.hidden());
    fields.addAll(List.of("export", export.group(1)));
    HttpResponse<byte[]> file =
        house.administrator.bytes(house.administrator.form(data + "/file", fields));
    if (file.statusCode() != 200) return List.of();
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }

  @Test
  void namesInTheFormLeadNowhere() {
    Visitor visitor = house.strangerFrom("127.0.21.21");
    int number = 0;
    for (String name : List.of("../../x.php", "..\\x.php", ".htaccess", "a\u202Egpj.exe")) {
      String who = "form-names-" + ++number + "@customer.example";
      List<String> fields = new ArrayList<>(visitor.get("/report").hidden());
      fields.addAll(List.of("name", "Ann", "email", who, "words", "See the file"));
      Answer answer = visitor.upload("/report", fields, name, "<?php x");
      assertThat(answer.status()).as(name).isEqualTo(200);
      house.settle();
      assertThat(served(house.caseOf(who).at("/id").asLong()))
          .as(name)
          .hasSize(1)
          .allSatisfy(P21FileNamesTest::isHarmless);
    }
  }

  /** A letter is words on paper: markup in it is printed as it was typed, and fetches nothing. */
  @Test
  void aLetterPrintsMarkupAndFetchesNothing() throws Exception {
    AtomicInteger hits = new AtomicInteger();
    HttpServer canary =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 5);
    canary.createContext(
        "/",
        exchange -> {
          hits.incrementAndGet();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    canary.start();
    try {
      String words =
          "<img src=file:///etc/passwd><img src=http://127.0.0.1:%1$d/x><link rel=stylesheet href=http://127.0.0.1:%1$d/y.css>&file;"
              .formatted(canary.getAddress().getPort());
      assertThat(printed(words)).contains("<img src=file:///etc/passwd>").doesNotContain("root:");
      assertThat(hits.get()).isZero();
    } finally {
      canary.stop(0);
    }
  }

  private String printed(String words) throws IOException {
    house.api.json(
        "POST",
        "/api/v1/customers",
        "{\"name\": \"<b>Paula\", \"external_id\": \"paper\", \"contacts\": [{\"channel\": \"letter\", \"address\": \"Paula <script>\\n1 Mill Lane\\nLeeds\"}]}",
        "paper");
    Answer opened =
        house.api.json(
            "POST",
            "/api/v1/cases",
            "{\"customer_external_id\": \"paper\", \"subject\": \"On paper\", \"channel\": \"letter\", \"statement\": \"It broke.\", \"owner\": \"team:%d\", \"next\": {\"words\": \"We write.\", \"due_at\": \"%s\"}}"
                .formatted(
                    house.team(),
                    java.time.Instant.now()
                        .plusSeconds(90_000)
                        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)),
            "paper-case");
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    String at = "/cases/" + opened.at("/matter/id").asLong();
    Answer sent =
        house.administrator.submit(
            at,
            at + "/replies",
            "mode",
            "reply",
            "text",
            words,
            "nothing_more",
            "yes",
            "way",
            "letter");
    assertThat(sent.status()).as(sent.text()).isEqualTo(302);
    house.settle();
    String list = house.administrator.get("/outbound").text();
    List<String> letters =
        Pattern.compile("/outbound/\\d+/letter")
            .matcher(list)
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(letters).isNotEmpty();
    HttpResponse<byte[]> pdf =
        house.administrator.bytes(house.administrator.asked(letters.getLast()));
    try (PDDocument document = Loader.loadPDF(pdf.body())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s*\\R\\s*", "");
    }
  }
}
