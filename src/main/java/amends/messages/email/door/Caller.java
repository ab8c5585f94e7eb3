package amends.messages.email.door;

/**
 * Who stands at the door.
 *
 * @param address of the machine, as the connection tells it; empty when nobody stood there
 * @param helo as whom it introduced itself; empty when it did not
 */
public record Caller(String address, String helo) {
  public static final Caller NOBODY = new Caller("", "");

  public boolean isKnown() {
    return !address.isEmpty();
  }
}
