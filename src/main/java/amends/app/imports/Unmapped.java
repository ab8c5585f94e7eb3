package amends.app.imports;

/** A record that has no place here, and why: the code of a sentence and what it names. */
final class Unmapped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final String detail;

  Unmapped(String reason, String detail) {
    super(reason + " " + detail);
    this.reason = reason;
    this.detail = detail;
  }

  String reason() {
    return reason;
  }

  String detail() {
    return detail;
  }
}
