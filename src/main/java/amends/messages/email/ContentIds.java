package amends.messages.email;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jsoup.parser.Parser;

/** What {@code cid:} links name (RFC 2392). */
public final class ContentIds {
  private ContentIds() {}

  /** The part that a link names, given what stands behind {@code cid:} in it. */
  public static String of(String link) {
    try {
      return URLDecoder.decode(link.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // Not encoded, although it has a percent sign.
      return link;
    }
  }

  /** The same for a link as it stands in the text of sanitised HTML, where {@code @} is escaped. */
  public static String inHtml(String attribute) {
    return of(Parser.unescapeEntities(attribute, true));
  }
}
