package amends.messages.email;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.owasp.html.AttributePolicy;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlChangeListener;
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

  record Clean(String html, int remoteImages) {}

  static Clean clean(String html) {
    int[] remote = new int[1];
    String clean = ALLOWED.sanitize(html, new CountLeftOut(), remote);
    return new Clean(clean, remote[0]);
  }

  private static final class CountLeftOut implements HtmlChangeListener<int[]> {
    @Override
    public void discardedTag(int @Nullable [] count, String element) {}

    @Override
    public void discardedAttributes(int @Nullable [] count, String element, String... attributes) {
      if (count == null || !element.equals("img")) {
        return;
      }
      for (String attribute : attributes) {
        if (attribute.equals("src")) {
          count[0]++;
        }
      }
    }
  }
}
