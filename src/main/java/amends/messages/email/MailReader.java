package amends.messages.email;

import amends.messages.Invitation;
import amends.messages.MailPerson;
import amends.messages.ReadMail;
import amends.messages.ReadMail.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one raw message. Never throws for what the message contains: whatever goes wrong becomes
 * the {@code error} of a mail that holds what could be read.
 */
public final class MailReader {
  private MailReader() {}

  public static ReadMail read(byte[] raw) {
    return read(raw, Bounds.USUAL, null);
  }

  /** Reads no further than one byte beyond the bound. */
  public static ReadMail read(InputStream raw, Bounds bounds, @Nullable String mailFrom)
      throws IOException {
    return read(raw.readNBytes(bounds.bytes() + 1), bounds, mailFrom);
  }

  /**
   * @param mailFrom the envelope's sender; empty for the null sender of bounces; null where it is
   *     not known
   */
  public static ReadMail read(byte[] raw, Bounds bounds, @Nullable String mailFrom) {
    Budget budget = new Budget(bounds);
    byte[] within = raw;
    if (raw.length > bounds.bytes()) {
      within = Arrays.copyOf(raw, bounds.bytes());
      budget.cut("It is larger than we read; the rest was left out.");
    }
    Parts parts;
    try {
      parts = Parts.read(within, budget);
    } catch (RuntimeException | StackOverflowError e) {
      budget.cut("It could not be taken apart.");
      parts = Parts.read(new byte[0], budget);
    }
    return mail(parts, budget, mailFrom);
  }

  private static ReadMail mail(Parts parts, Budget budget, @Nullable String mailFrom) {
    Headers headers = parts.headers();
    List<Part> leaves = Unpacking.of(parts.leaves(), budget);
    headers.likely(charset(leaves));
    BodyText body = body(leaves, budget);
    List<MailPerson> from = AddressLists.read(headers.values("From"));
    String subject = subject(headers);
    String replyText = replyText(body, budget);
    ReadMail.@Nullable Bounce bounce =
        Bounces.find(headers, leaves, subject, body.text(), mailFrom);
    Invitation invitation = Calendars.find(leaves);
    String automatic =
        Automatic.reason(
            new Automatic.Signs(headers, from, subject, replyText, mailFrom, invitation), bounce);
    return new ReadMail(
        first(from),
        usable(AddressLists.read(headers.values("To"))),
        usable(AddressLists.read(headers.values("Cc"))),
        usable(AddressLists.read(headers.values("Reply-To"))),
        subject,
        MailDates.read(headers.first("Date")),
        MessageIds.first(headers.values("Message-ID")),
        MessageIds.first(headers.values("In-Reply-To")),
        MessageIds.read(headers.values("References")),
        body.text(),
        body.html(),
        body.remoteImages(),
        replyText,
        attachments(leaves, body.pictures(), budget),
        invitation,
        Wrappers.find(headers, leaves),
        automatic,
        bounce,
        budget.cuts().isEmpty() ? null : budget.cuts(),
        headers.all());
  }

  private static @Nullable String charset(List<Part> leaves) {
    for (Part part : leaves) {
      if (part.body() && part.type().get("charset") != null) {
        return part.type().get("charset");
      }
    }
    return null;
  }

  private static String subject(Headers headers) {
    return Cleaning.cut(Cleaning.line(EncodedWords.decode(headers.orEmpty("Subject"))), 998);
  }

  private static BodyText body(List<Part> leaves, Budget budget) {
    try {
      return BodyText.of(leaves, budget);
    } catch (Budget.Spent e) {
      budget.cut(String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      budget.cut("Its text could not be read.");
    }
    return new BodyText("", false, null, 0, Set.of(), null);
  }

  private static String replyText(BodyText body, Budget budget) {
    try {
      return ReplyText.of(body);
    } catch (RuntimeException | StackOverflowError e) {
      budget.cut("Its new words could not be told from the old ones.");
      return body.text();
    }
  }

  private static @Nullable MailPerson first(List<MailPerson> people) {
    for (MailPerson person : people) {
      if (!person.address().isEmpty()) {
        return person;
      }
    }
    return people.isEmpty() ? null : people.getFirst();
  }

  private static List<MailPerson> usable(List<MailPerson> people) {
    return people.stream().filter(person -> !person.address().isEmpty()).toList();
  }

  private static List<Attachment> attachments(
      List<Part> leaves, Set<String> pictures, Budget budget) {
    List<Attachment> found = new ArrayList<>();
    for (Part part : leaves) {
      if (!part.body() && !part.mimeType().equals("text/x-amp-html")) {
        if (budget.spent()) {
          budget.cut("Reading took longer than it may; some attachments were left out.");
          break;
        }
        found.add(attachment(part, found.size() + 1, pictures));
      }
    }
    return List.copyOf(found);
  }

  private static Attachment attachment(Part part, int number, Set<String> pictures) {
    String type = MediaTypes.listed(part.mimeType());
    String name =
        FileNames.clean(part.fileName(), "attachment-" + number + MediaTypes.ending(type));
    byte[] bytes = part.bytes();
    String id = part.contentId();
    boolean inline = id != null && pictures.contains(id);
    return new Attachment(name, type, bytes.length, sha256(bytes), id, inline, () -> bytes);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
