package amends.messages.email;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * The body in both forms, whichever of them were sent.
 *
 * @param page the unsanitised HTML, parsed; only for finding the new words, never shown
 */
record BodyText(
    String text,
    boolean plainSent,
    @Nullable String html,
    int remoteImages,
    Set<String> pictures,
    @Nullable Document page) {

  private static final String VERY_LONG = "Its text is very long; only its beginning is shown.";

  static BodyText of(List<Part> leaves, Budget budget) {
    List<Part> bodies = leaves.stream().filter(Part::body).toList();
    StringBuilder html = new StringBuilder();
    StringBuilder text = new StringBuilder();
    boolean plain = false;
    boolean anyHtml = bodies.stream().anyMatch(Part::html);
    for (Part body : bodies) {
      budget.check();
      String words = words(body, budget);
      if (body.html()) {
        append(html, words, budget);
        if (!hasSibling(bodies, body, false)) {
          append(text, HtmlText.of(HtmlText.parse(words)), budget);
        }
      } else {
        append(text, flowed(body, words), budget);
        plain |= !words.isBlank();
        if (anyHtml && !hasSibling(bodies, body, true)) {
          append(html, escaped(words), budget);
        }
      }
    }
    budget.check();
    if (html.isEmpty()) {
      return new BodyText(text.toString(), plain, null, 0, Set.of(), null);
    }
    Document page = HtmlText.parse(html.toString());
    budget.check();
    HtmlBody.Clean clean = HtmlBody.clean(page, budget.bounds.textChars());
    budget.check();
    return new BodyText(
        text.toString(), plain, clean.html(), clean.remoteImages(), clean.pictures(), page);
  }

  /** Whether the other form of the same alternative was sent and says anything. */
  private static boolean hasSibling(List<Part> bodies, Part body, boolean html) {
    if (body.alternative() == 0) {
      return false;
    }
    for (Part other : bodies) {
      if (other.alternative() == body.alternative() && other.html() == html && !other.blank()) {
        return true;
      }
    }
    return false;
  }

  private static String words(Part body, Budget budget) {
    String all = body.text();
    if (all.length() > budget.bounds.textChars()) {
      budget.cut(VERY_LONG);
    }
    return Cleaning.cut(all, budget.bounds.textChars());
  }

  private static void append(StringBuilder out, String words, Budget budget) {
    int room = budget.bounds.textChars() - out.length();
    if (words.length() > room) {
      budget.cut(VERY_LONG);
    }
    if (room > 2) {
      out.append(out.isEmpty() ? "" : "\n").append(Cleaning.cut(words, room - 1));
    }
  }

  private static String flowed(Part body, String words) {
    boolean flowed = "flowed".equalsIgnoreCase(body.type().get("format"));
    return flowed ? Flowed.joined(words, "yes".equalsIgnoreCase(body.type().get("delsp"))) : words;
  }

  private static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .lines()
        .collect(Collectors.joining("<br>\n", "<p>", "</p>"));
  }
}
