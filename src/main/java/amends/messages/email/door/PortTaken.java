package amends.messages.email.door;

/** The mail door cannot be opened, because somebody else listens there. */
public final class PortTaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String address;
  private final int port;

  PortTaken(String address, int port, Throwable cause) {
    super(
        "The mail port %d on %s cannot be opened: %s. Stop what uses it, or set AMENDS_MAIL_PORT to another one."
            .formatted(port, address, reason(cause)),
        cause);
    this.address = address;
    this.port = port;
  }

  public String address() {
    return address;
  }

  public int port() {
    return port;
  }

  private static String reason(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
