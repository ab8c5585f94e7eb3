package amends.messages;

import amends.messages.email.Bounds;
import amends.messages.email.ContentIds;
import amends.messages.email.MailReader;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The stored bytes behind messages, for whoever has asked the readers before. */
@Component
public final class StoredMail {
  // What the sanitiser leaves of a picture within the mail.
  private static final Pattern PICTURE = Pattern.compile("src=\"cid:([^\"<>]{1,300})\"");
  private static final int MOST_PICTURE_BYTES = 5 * 1024 * 1024;

  private final MessageRows messages;
  private final Attachments attachments;
  private final InboundRows inbound;

  StoredMail(MessageRows messages, Attachments attachments, InboundRows inbound) {
    this.messages = messages;
    this.attachments = attachments;
    this.inbound = inbound;
  }

  /** The sanitised HTML of a message, with the pictures that came with it inside. */
  public Optional<String> html(long messageId) {
    return messages.html(messageId).map(html -> withPictures(messageId, html));
  }

  public Optional<StoredFile> attachment(String link) {
    return attachments.find(link);
  }

  /** The mail as it came, byte for byte. */
  public byte[] raw(long inboundId) {
    return inbound.raw(inboundId).bytes();
  }

  /** Reads stored mail anew. */
  public ReadMail read(long inboundId) {
    InboundRows.Raw raw = inbound.raw(inboundId);
    return MailReader.read(raw.bytes(), Bounds.USUAL, raw.envelopeFrom());
  }

  /** A sandboxed frame has no cookies and so cannot fetch its pictures: they go inside. */
  private String withPictures(long messageId, String html) {
    StringBuilder whole = new StringBuilder();
    Matcher picture = PICTURE.matcher(html);
    int left = MOST_PICTURE_BYTES;
    while (picture.find()) {
      StoredFile file = picture(messageId, ContentIds.inHtml(picture.group(1)), left);
      left -= file == null ? 0 : file.content().length;
      picture.appendReplacement(whole, file == null ? "" : Matcher.quoteReplacement(source(file)));
    }
    return picture.appendTail(whole).toString();
  }

  private @Nullable StoredFile picture(long messageId, String contentId, int mostBytes) {
    return attachments
        .inline(messageId, contentId)
        .filter(file -> file.type().startsWith("image/") && file.content().length <= mostBytes)
        .orElse(null);
  }

  private static String source(StoredFile file) {
    return "src=\"data:%s;base64,%s\""
        .formatted(file.type(), Base64.getEncoder().encodeToString(file.content()));
  }
}
