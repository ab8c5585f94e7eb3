package amends.messages.mailbox;

import amends.messages.MailPerson;
import amends.messages.ReadMail;
import amends.messages.email.Bounds;
import amends.messages.email.MailReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is left of the envelope of a mail that a mailbox holds: the server wrote the sender into
 * Return-Path and mostly the recipient into a field of its own. All of it may be forged by who sent
 * the mail; an address of ours counts only with its MAC anyway.
 *
 * @param from empty for a null sender
 * @param list the identifier of the mailing list; null when it is none
 */
record Postmark(String from, List<String> to, String sender, @Nullable String list) {
  private static final int MOST = 50;
  private static final Pattern LIST = Pattern.compile("<([^<>\\s]{1,200})>\\s*$");
  private static final List<String> RECIPIENTS =
      List.of("delivered-to", "x-original-to", "envelope-to", "x-delivered-to", "x-envelope-to");

  static Postmark read(byte[] head, String mailbox) {
    byte[] whole = java.util.Arrays.copyOf(head, head.length + 2);
    whole[head.length] = '\r';
    whole[head.length + 1] = '\n';
    ReadMail mail = MailReader.read(whole, Bounds.USUAL, null);
    String sender = mail.from() == null ? "" : mail.from().address().toLowerCase(Locale.ROOT);
    return new Postmark(from(mail, sender), to(mail, mailbox), sender, list(mail));
  }

  private static String from(ReadMail mail, String sender) {
    return mail.header("Return-Path").stream()
        .findFirst()
        .map(path -> path.replaceAll("[<>\\s]", ""))
        .orElse(sender);
  }

  private static List<String> to(ReadMail mail, String mailbox) {
    Set<String> found = new LinkedHashSet<>();
    mail.headers().stream()
        .filter(field -> RECIPIENTS.contains(field.name().toLowerCase(Locale.ROOT)))
        .map(field -> field.value().replaceAll("[<>\\s]", ""))
        .filter(address -> address.contains("@"))
        .limit(MOST)
        .forEach(found::add);
    Stream.concat(mail.to().stream(), mail.cc().stream())
        .map(MailPerson::address)
        .limit(MOST)
        .forEach(found::add);
    found.add(mailbox);
    return List.copyOf(found);
  }

  private static @Nullable String list(ReadMail mail) {
    return mail.header("List-Id").stream()
        .map(LIST::matcher)
        .filter(Matcher::find)
        .map(m -> m.group(1).toLowerCase(Locale.ROOT))
        .findFirst()
        .or(Optional::empty)
        .orElse(null);
  }
}
