package amends.messages.post;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Letters as PDF: the address where a window is (DIN 5008, form B), plain words, and a slip with
 * the number to name. What is written is text and never markup, and nothing is fetched while it is
 * set.
 */
public final class Paper {
  // Ships with PDFBox; Latin, Greek, Cyrillic and Hebrew letters. Others are of the machine.
  private static final String FACE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  static {
    // It would tell each step of each letter on the console.
    XRLog.setLoggingEnabled(false);
  }

  private static final String LOGO = "data:image/png;base64,";

  // Where a PNG says how large it is.
  private static final int PNG_WIDTH = 16;
  private static final int PNG_HEIGHT = 20;
  private static final double MM_PER_INCH = 25.4;
  private static final double POINTS_PER_INCH = 300;

  private Paper() {}

  /**
   * One letter.
   *
   * @param head the brand, and what stands on its paper
   * @param to line by line
   * @param large for whoever reads large print
   * @param slip what stands at its end, such as how to answer with its number
   */
  public record Sheet(
      Head head,
      List<String> to,
      String date,
      String subject,
      String words,
      String slip,
      boolean large) {
    public Sheet {
      to = List.copyOf(to);
    }
  }

  /**
   * The paper of a brand.
   *
   * @param back the line above the address: where it goes when it cannot be delivered
   * @param foot at the foot of each page; may be empty
   * @param logo a PNG of ours; null where the name stands alone
   */
  public record Head(String brand, String back, String foot, byte @Nullable [] logo) {}

  /** All of them in one file, each on a page of its own. */
  static byte[] print(List<Sheet> sheets, Faces faces) {
    StringBuilder pages = new StringBuilder();
    sheets.forEach(sheet -> page(pages, sheet));
    List<Faces.Face> needed = faces.needed(pages.toString());
    String families =
        Stream.concat(Stream.of("Letter"), needed.stream().map(Faces.Face::family))
            .collect(Collectors.joining(", "));
    String html = HEAD.replace("{families}", families) + pages + "</body></html>";
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.withHtmlContent(html, null);
    builder.useFont(Paper::face, "Letter");
    needed.forEach(face -> builder.useFont(face.file().toFile(), face.family()));
    builder.useUnicodeBidiSplitter(RightToLeft::new);
    builder.useUnicodeBidiReorderer(new RightToLeft.Drawn());
    builder.defaultTextDirection(BaseRendererBuilder.TextDirection.LTR);
    builder.useUriResolver((base, uri) -> isLogo(uri) ? uri : null);
    builder.useExternalResourceAccessControl(
        (uri, type) -> isLogo(uri), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    builder.toStream(pdf);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.toByteArray();
  }

  /** Nothing but the bytes that stand in the letter itself. */
  private static boolean isLogo(String uri) {
    return uri.startsWith(LOGO);
  }

  static InputStream face() {
    return Objects.requireNonNull(Paper.class.getResourceAsStream(FACE), "the face of letters");
  }

  private static final String HEAD =
      """
      <html><head><style>
      @page { size: A4; margin: 20mm 20mm 27mm 25mm; @bottom-center { content: element(foot); } }
      body { font-family: {families}; font-size: 11pt; line-height: 1.4; color: #111111; margin: 0; }
      .sheet { page-break-after: always; }
      .sheet:last-child { page-break-after: auto; }
      .rtl { direction: rtl; text-align: right; }
      .large { font-size: 18pt; line-height: 1.5; }
      .top { height: 25mm; }
      .brand { font-size: 15pt; }
      .foot { position: running(foot); font-size: 7.5pt; line-height: 1.3; color: #444444; text-align: center; }
      .window { height: 45mm; width: 80mm; line-height: 1.3; }
      .back { font-size: 7pt; border-bottom: 0.3pt solid #666666; margin-bottom: 3mm; }
      .date { text-align: right; margin-bottom: 8mm; }
      .subject { margin: 0 0 6mm; font-size: 1.1em; }
      p { margin: 0 0 3.5mm; }
      .slip { border-top: 0.5pt dashed #666666; margin-top: 10mm; padding-top: 3mm; font-size: 0.9em; }
      </style></head><body>
      """;

  private static void page(StringBuilder html, Sheet sheet) {
    html.append("<div class=\"sheet").append(sheet.large() ? " large" : "").append("\">");
    Head head = sheet.head();
    html.append("<div class=\"foot\">").append(lines(head.foot())).append("</div>");
    html.append("<div class=\"top\">").append(top(head)).append("</div>");
    double size = Window.size(sheet.to()).orElse(Window.SMALLEST);
    html.append("<div class=\"window\" style=\"font-size: ").append(size).append("pt\">");
    html.append("<div class=\"back\">").append(text(head.back())).append("</div>");
    sheet.to().forEach(line -> block(html, "div", "", line));
    html.append("</div><div class=\"date\">").append(text(sheet.date())).append("</div>");
    block(html, "p", "subject", sheet.subject());
    for (String paragraph : sheet.words().split("\n\n", -1)) {
      block(html, "p", "", paragraph.strip());
    }
    html.append("<div class=\"slip\">").append(text(sheet.slip())).append("</div></div>");
  }

  /** Each begins on the side on which its own words begin. */
  private static void block(StringBuilder html, String tag, String style, String words) {
    String side = RightToLeft.begins(words) ? "rtl" : "";
    html.append('<').append(tag).append(" class=\"").append(style).append(' ').append(side);
    html.append("\">").append(lines(words)).append("</").append(tag).append('>');
  }

  private static String top(Head head) {
    byte[] logo = head.logo();
    if (logo == null) {
      return "<span class=\"brand\">" + text(head.brand()) + "</span>";
    }
    ByteBuffer png = ByteBuffer.wrap(logo);
    return String.format(
        Locale.ROOT,
        "<img src=\"%s%s\" style=\"width: %.1fmm; height: %.1fmm\" alt=\"%s\"/>",
        LOGO,
        Base64.getEncoder().encodeToString(logo),
        millimetres(png.getInt(PNG_WIDTH)),
        millimetres(png.getInt(PNG_HEIGHT)),
        text(head.brand()));
  }

  private static double millimetres(int points) {
    return points * MM_PER_INCH / POINTS_PER_INCH;
  }

  private static String lines(String words) {
    return text(words).replace("\n", "<br/>");
  }

  /** Escaped, and without what XML cannot hold. */
  static String text(String words) {
    StringBuilder out = new StringBuilder(words.length() + 16);
    words.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '"' -> out.append("&quot;");
      case '\n' -> out.append('\n');
      default -> {
        boolean fits = c >= 0x20 && (c < 0xd800 || c > 0xdfff) && c != 0xfffe && c != 0xffff;
        if (fits) {
          out.appendCodePoint(c);
        }
      }
    }
  }
}
