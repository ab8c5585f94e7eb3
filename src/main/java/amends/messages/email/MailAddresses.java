package amends.messages.email;

import amends.shared.KeyRing;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Addresses and message identifiers that carry a MAC over what they name. A valid one says where a
 * message belongs; it never says who sent it, so it routes and gives no right to anything. There is
 * no form without a MAC.
 *
 * <p>Numbers are written to base 36 and MACs to base 32 in lower case, because mail servers may
 * change the case of a local part. The longest local part has 60 characters of the 64 allowed.
 */
public final class MailAddresses {
  /** The key's version and 80 bits, as many as a local part has room for. */
  private static final int MAC_BYTES = 11;

  private static final int MOST_DIGITS = 13;
  private static final String REPLY = "reply+";
  private static final String BOUNCE = "bounce+";
  private static final String NOTICE = "notice.";
  private static final String MANY = "many.";
  private static final String TOLD = "told+";

  private enum Purpose {
    REPLY,
    MESSAGE,
    BOUNCE,
    NOTICE,
    MANY,
    TOLD
  }

  /** Whose answer to which case an address is for. */
  public record ReplyRoute(long caseId, long recipientId) {}

  /** Which delivery of which case, to whom, a message identifier names. */
  public record MessageRoute(long caseId, long recipientId, long deliveryId) {}

  private final KeyRing keys;
  private final String domain;

  /**
   * @param domain of our mail, in ASCII
   */
  public MailAddresses(KeyRing keys, String domain) {
    this.keys = keys;
    this.domain = domain.toLowerCase(Locale.ROOT);
  }

  /** {@code reply+<case>.<recipient>.<mac>@domain}. */
  public String reply(long caseId, long recipientId) {
    return REPLY + signed(Purpose.REPLY, caseId, recipientId) + "@" + domain;
  }

  /** Null for every address that we did not make. */
  public @Nullable ReplyRoute readReply(@Nullable String address) {
    long[] ids = read(Purpose.REPLY, localPart(address, REPLY), 2);
    return ids == null ? null : new ReplyRoute(ids[0], ids[1]);
  }

  /** {@code <case.recipient.delivery.mac@domain>}, with its brackets. */
  public String messageId(long caseId, long recipientId, long deliveryId) {
    return "<" + signed(Purpose.MESSAGE, caseId, recipientId, deliveryId) + "@" + domain + ">";
  }

  /** Reads an identifier with or without brackets; null for every one that we did not make. */
  public @Nullable MessageRoute readMessageId(@Nullable String id) {
    if (id == null) {
      return null;
    }
    long[] ids = read(Purpose.MESSAGE, localPart(bare(id), ""), 3);
    return ids == null ? null : new MessageRoute(ids[0], ids[1], ids[2]);
  }

  /** {@code <notice.mail.mac@domain>}, with its brackets: of a mail to a colleague. */
  public String notice(long mailId) {
    return "<" + NOTICE + signed(Purpose.NOTICE, mailId) + "@" + domain + ">";
  }

  /** Which mail to a colleague bears it; null for every identifier that is not of such a mail. */
  public @Nullable Long readNotice(@Nullable String id) {
    long[] ids = id == null ? null : read(Purpose.NOTICE, localPart(bare(id), NOTICE), 1);
    return ids == null ? null : ids[0];
  }

  /** {@code told+<mail>.<mac>@domain}: the envelope's sender of one mail to a colleague. */
  public String told(long mailId) {
    return TOLD + signed(Purpose.TOLD, mailId) + "@" + domain;
  }

  /** The mail to a colleague that came back; null for every address that we did not make. */
  public @Nullable Long readTold(@Nullable String address) {
    long[] ids = read(Purpose.TOLD, localPart(address, TOLD), 1);
    return ids == null ? null : ids[0];
  }

  /** {@code <many.delivery.mac@domain>}, with its brackets: of one mail among many alike. */
  public String many(long deliveryId) {
    return "<" + MANY + signed(Purpose.MANY, deliveryId) + "@" + domain + ">";
  }

  /** Which delivery of a broadcast bears it; null for every identifier that is not of one. */
  public @Nullable Long readMany(@Nullable String id) {
    long[] ids = id == null ? null : read(Purpose.MANY, localPart(bare(id), MANY), 1);
    return ids == null ? null : ids[0];
  }

  private static String bare(String id) {
    boolean brackets = id.startsWith("<") && id.endsWith(">") && id.length() > 2;
    return brackets ? id.substring(1, id.length() - 1) : id;
  }

  /** {@code bounce+<delivery>.<mac>@domain}: the envelope's sender of one delivery (VERP). */
  public String bounce(long deliveryId) {
    return BOUNCE + signed(Purpose.BOUNCE, deliveryId) + "@" + domain;
  }

  /** The delivery that came back; null for every address that we did not make. */
  public @Nullable Long readBounce(@Nullable String address) {
    long[] ids = read(Purpose.BOUNCE, localPart(address, BOUNCE), 1);
    return ids == null ? null : ids[0];
  }

  /** Whether it has the shape of one of our reply addresses, and is none. */
  public boolean isForged(@Nullable String address) {
    return localPart(address, REPLY) != null && readReply(address) == null;
  }

  private String signed(Purpose purpose, long... ids) {
    StringBuilder local = new StringBuilder();
    for (long id : ids) {
      if (id < 0) {
        throw new IllegalArgumentException("An id is never negative: " + id);
      }
      local.append(Long.toString(id, 36)).append('.');
    }
    byte[] mac = keys.mac(name(purpose), data(ids));
    return local.append(Base32.write(Arrays.copyOf(mac, MAC_BYTES))).toString();
  }

  private long @Nullable [] read(Purpose purpose, @Nullable String local, int count) {
    if (local == null || local.length() > 80) {
      return null;
    }
    String[] pieces = local.split("\\.", count + 2);
    if (pieces.length != count + 1) {
      return null;
    }
    long[] ids = new long[count];
    for (int i = 0; i < count; i++) {
      ids[i] = number(pieces[i]);
      if (ids[i] < 0) {
        return null;
      }
    }
    byte[] mac = Base32.read(pieces[count]);
    boolean valid =
        mac != null && mac.length == MAC_BYTES && keys.verify(name(purpose), data(ids), mac);
    return valid ? ids : null;
  }

  private @Nullable String localPart(@Nullable String address, String prefix) {
    if (address == null || address.length() > 320) {
      return null;
    }
    String lower = address.toLowerCase(Locale.ROOT);
    int at = lower.lastIndexOf('@');
    boolean ours = at > 0 && lower.substring(at + 1).equals(domain) && lower.startsWith(prefix);
    return ours && at > prefix.length() ? lower.substring(prefix.length(), at) : null;
  }

  /** Only the form that we write: no sign, no leading zero, no other script's digits. */
  private static long number(String digits) {
    boolean canonical =
        !digits.isEmpty()
            && digits.length() <= MOST_DIGITS
            && (digits.length() == 1 || digits.charAt(0) != '0')
            && digits.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'z');
    try {
      return canonical ? Long.parseLong(digits, 36) : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static String name(Purpose purpose) {
    return "mail-" + purpose.name().toLowerCase(Locale.ROOT);
  }

  /** The domain is signed too, so that an address of one brand is none of another. */
  private byte[] data(long... ids) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    byte[] host = domain.getBytes(StandardCharsets.UTF_8);
    data.writeBytes(ByteBuffer.allocate(4).putInt(host.length).array());
    data.writeBytes(host);
    for (long id : ids) {
      data.writeBytes(ByteBuffer.allocate(8).putLong(id).array());
    }
    return data.toByteArray();
  }
}
