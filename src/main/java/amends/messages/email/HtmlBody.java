package amends.messages.email;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.owasp.html.AttributePolicy;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * HTML through an allow-list: the shape of a letter and nothing that acts, loads or leaves its
 * frame. Pictures only where they came along ({@code cid:}).
 */
final class HtmlBody {
  private static final CssSchema LOOKS =
      CssSchema.withProperties(
          List.of(
              "color",
              "background-color",
              "font-weight",
              "font-style",
              "font-size",
              "font-family",
              "text-align",
              "text-decoration",
              "white-space",
              "border",
              "border-collapse",
              "padding",
              "padding-left",
              "margin",
              "margin-left",
              "vertical-align"));

  private static final AttributePolicy CAME_ALONG =
      (element, attribute, value) -> value.regionMatches(true, 0, "cid:", 0, 4) ? value : null;

  private static final PolicyFactory ALLOWED =
      new HtmlPolicyBuilder()
          .allowElements(
              "p",
              "div",
              "span",
              "br",
              "hr",
              "h1",
              "h2",
              "h3",
              "h4",
              "h5",
              "h6",
              "b",
              "strong",
              "i",
              "em",
              "u",
              "s",
              "strike",
              "del",
              "ins",
              "sub",
              "sup",
              "small",
              "big",
              "font",
              "center",
              "blockquote",
              "pre",
              "code",
              "tt",
              "ul",
              "ol",
              "li",
              "dl",
              "dt",
              "dd",
              "table",
              "thead",
              "tbody",
              "tfoot",
              "tr",
              "td",
              "th",
              "caption",
              "a",
              "img",
              "abbr",
              "address",
              "cite",
              "q")
          .allowStandardUrlProtocols()
          .allowUrlProtocols("tel", "cid")
          .allowAttributes("href")
          .onElements("a")
          .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
          .allowAttributes("src")
          .matching(CAME_ALONG)
          .onElements("img")
          .allowAttributes("alt", "width", "height")
          .onElements("img")
          .allowAttributes("colspan", "rowspan", "align", "valign", "width")
          .onElements("td", "th", "tr", "table")
          .allowAttributes("start")
          .onElements("ol")
          .allowAttributes("color", "size", "face")
          .onElements("font")
          .allowAttributes("dir", "lang", "title")
          .globally()
          .allowStyling(LOOKS)
          .toFactory();

  private HtmlBody() {}

  /**
   * @param pictures the identifiers of the parts that it shows
   */
  record Clean(String html, int remoteImages, Set<String> pictures) {}

  /**
   * @param page left as it is. The sanitizer reads what jsoup wrote, not what the sender wrote:
   *     jsoup bounds depth and attributes, on which the sanitizer's work grows with the square.
   */
  static Clean clean(Document page, int mostChars) {
    page.outputSettings().prettyPrint(false);
    String bounded = Cleaning.cut(page.body().html(), mostChars);
    int remote = 0;
    Set<String> pictures = new HashSet<>();
    for (Element image : page.select("img[src]")) {
      String source = CAME_ALONG.apply("img", "src", image.attr("src"));
      if (source == null) {
        remote++;
      } else {
        pictures.add(ContentIds.of(source.substring("cid:".length())));
      }
    }
    return new Clean(ALLOWED.sanitize(bounded), remote, pictures);
  }
}
