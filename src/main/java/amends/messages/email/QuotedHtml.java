package amends.messages.email;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Elements;

/** What mailers mark as quotation or signature in their HTML. */
final class QuotedHtml {
  /** The marked element is the quotation. */
  private static final String WITHIN =
      String.join(
          ", ",
          "div.gmail_quote",
          "div.gmail_quote_container",
          "blockquote.gmail_quote",
          "blockquote[type=cite]",
          "blockquote.cite",
          "div.gmail_extra > div.gmail_quote",
          "div.yahoo_quoted",
          "div.moz-cite-prefix",
          "div.protonmail_quote",
          "blockquote.protonmail_quote",
          "div.tutanota_quote",
          "blockquote.tutanota_quote",
          "div.zmail_extra",
          "div#OLK_SRC_BODY_SECTION",
          "div#mail-editor-reference-message-container",
          "div.gmail_signature",
          "div[data-smartmail=gmail_signature]",
          "div.moz-signature",
          "pre.moz-signature",
          "div#ms-outlook-mobile-signature",
          "div.protonmail_signature_block");

  /** From the marked element on, everything is quotation. */
  private static final String FROM_HERE =
      String.join(
          ", ",
          "div#appendonsend",
          "div#divRplyFwdMsg",
          "hr#stopSpelling",
          "hr#EC_stopSpelling",
          "hr#zwchr",
          "div.OutlookMessageHeader",
          "div#replySplit",
          "blockquote#replyBlockquote");

  private QuotedHtml() {}

  /** Takes it out of the page; whether anything was marked. */
  static boolean cut(Document page) {
    int before = page.getAllElements().size();
    for (Element mark : page.select(FROM_HERE)) {
      cutFrom(mark);
    }
    for (Element mark : rules(page)) {
      cutFrom(mark);
    }
    for (Element mark : page.select(WITHIN)) {
      mark.remove();
    }
    return page.getAllElements().size() < before;
  }

  /** Outlook and Windows Mail draw a thin line above the old header; that line is their mark. */
  private static Elements rules(Document page) {
    Elements found = new Elements();
    for (Element box : page.select("div[style*=border-top], div[style*=BORDER-TOP]")) {
      String style = box.attr("style").replace(" ", "").toLowerCase(java.util.Locale.ROOT);
      if (List.of(
              "border-top:solid#",
              "border-top:#",
              "border-top:1ptsolid",
              "border-top-color:rgb(229")
          .stream()
          .anyMatch(style::contains)) {
        found.add(box);
      }
    }
    return found;
  }

  /** The element and all that follows it, up to the body. */
  private static void cutFrom(Element mark) {
    Node at = mark;
    while (at instanceof Element element && !element.normalName().equals("body")) {
      Element parent = element.parent();
      if (parent == null) {
        break;
      }
      // From the end: taking nodes out at the front would move all the others each time.
      while (parent.lastChild() instanceof Node last && last != element) {
        last.remove();
      }
      at = parent;
    }
    mark.remove();
  }
}
