package amends.messages;

/**
 * A name and an address as a message shows them; neither is proof of who wrote.
 *
 * @param name the display name, decoded and free of control characters; empty where none was given
 * @param address the address as written, without spaces; empty where none could be read
 */
public record MailPerson(String name, String address) {
  /** The usual written form: {@code Name <address>}, or the one of them that is there. */
  public String written() {
    if (name.isEmpty()) {
      return address;
    }
    return address.isEmpty() ? name : name + " <" + address + ">";
  }
}
