package amends.messages.email;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Elements;

/**
 * What mailers mark as quotation or signature in their HTML. A blockquote stays: as text its lines
 * bear marks, so that answers between them are found there.
 */
final class QuotedHtml {
  private static final String QUOTES =
      String.join(
          ", ",
          "div.gmail_quote",
          "div.gmail_quote_container",
          "div.yahoo_quoted",
          "div.aolmail_replyContent",
          "div.protonmail_quote",
          "div.tutanota_quote",
          "div.zmail_extra",
          "div.moz-forward-container",
          "div.freshdesk_quote",
          "div.hs_reply",
          "div.missive_quote",
          "div[name=quote]",
          "div[name=messageReplySection]",
          "div[data-marker=__QUOTED_TEXT__]",
          "[id$=OLK_SRC_BODY_SECTION]",
          "div[id$=mail-editor-reference-message-container]",
          "div.ms-outlook-mobile-reference-message");

  /** Certain to be old words, also without marks. */
  private static final String CITED =
      String.join(
          ", ",
          "blockquote.gmail_quote",
          "blockquote[type=cite]",
          "blockquote.cite",
          "blockquote.protonmail_quote",
          "blockquote.tutanota_quote",
          "blockquote.front-blockquote",
          "blockquote[class*=spark_quote]",
          "blockquote#isReplyContent",
          "blockquote#replyBlockquote");

  /** "Ann wrote:", marked as such; the blockquote behind it needs no introduction. */
  private static final String INTRODUCTIONS =
      String.join(", ", "div.moz-cite-prefix", "div.gmail_attr", "p#reply-intro");

  private static final String SIGNATURES =
      String.join(
          ", ",
          "div.gmail_signature",
          "[data-smartmail=gmail_signature]",
          "div.moz-signature",
          "pre.moz-signature",
          "div#ms-outlook-mobile-signature",
          "div#Signature",
          "div#signature",
          "div#AppleMailSignature",
          "div#composer_signature",
          "div#_rc_sig",
          "div#divNeteaseMailCard",
          "div.protonmail_signature_block",
          "div.tutanota_signature",
          "div.front-signature",
          "div.sh-signature",
          "div.zmail_signature",
          "div[name=messageSignatureSection]");

  /** From the marked element on, everything is quotation. */
  private static final String FROM_HERE =
      String.join(
          ", ",
          "div[id$=appendonsend]",
          "div[id$=divRplyFwdMsg]",
          "hr#stopSpelling",
          "hr#EC_stopSpelling",
          "hr#zwchr",
          "hr[data-marker=__DIVIDER__]",
          "div.OutlookMessageHeader",
          "div#replySplit");

  private QuotedHtml() {}

  /** Takes it out of the page; whether anything was marked. */
  static boolean cut(Document page) {
    boolean marked = page.selectFirst(CITED) != null || page.selectFirst(QUOTES) != null;
    int before = page.getAllElements().size();
    for (Element mark : page.select(FROM_HERE)) {
      cutFrom(mark);
    }
    for (Element mark : rules(page)) {
      cutFrom(mark);
    }
    for (Element mark : page.select(QUOTES)) {
      if (mark.selectFirst("blockquote") == null) {
        mark.remove();
      }
    }
    if (page.selectFirst("blockquote") != null) {
      page.select(INTRODUCTIONS).forEach(Element::remove);
    }
    signatures(page);
    return marked || page.getAllElements().size() < before;
  }

  /** Some write their letter into the signature's box; then it stays. */
  private static void signatures(Document page) {
    Elements signatures = page.select(SIGNATURES);
    int all = page.body().text().strip().length();
    int signed = signatures.stream().mapToInt(mark -> mark.text().strip().length()).sum();
    if (signed < all) {
      signatures.forEach(Element::remove);
    }
  }

  /** Outlook and Windows Mail draw a thin line above the old header; that line is their mark. */
  private static Elements rules(Document page) {
    Elements found = new Elements();
    for (Element box : page.select("div[style*=border-top], div[style*=BORDER-TOP]")) {
      String style = box.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
      if (List.of(
              "border-top:solid#",
              "border-top:#",
              "border-top:1ptsolid",
              "border-top:solidb",
              "border-top:solid#b5c4df",
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
