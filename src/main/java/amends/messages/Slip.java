package amends.messages;

import java.util.List;

/**
 * Words that came otherwise than by mail, such as over a form.
 *
 * @param door by which way, as a code: {@code page} or {@code form}
 * @param from who says to have written; the address may be one that nobody can be reached at
 * @param to the help address of the brand that was written to
 * @param subject one line; may be empty
 * @param text what they wrote
 */
public record Slip(
    String door, MailPerson from, String to, String subject, String text, List<File> files) {
  public Slip {
    files = List.copyOf(files);
  }

  /** A file as it was sent along; its name and type are the sender's claims. */
  public record File(String name, String type, byte[] bytes) {}
}
