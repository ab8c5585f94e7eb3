package amends.portal.web;

import amends.customers.ContactPoint;

/** As much of an address as its owner needs to know it by, and nobody else can use. */
final class Masks {
  private static final int END = 2;

  private Masks() {}

  static String of(ContactPoint point) {
    return switch (point.channel()) {
      case EMAIL -> email(point.address());
      case PHONE, SMS -> end(point.address());
      case LETTER, SOCIAL, CHAT -> "";
    };
  }

  /** "r…@adeyemi.example". */
  static String email(String address) {
    int at = address.lastIndexOf('@');
    return at < 1 ? "…" : address.substring(0, 1) + "…" + address.substring(at);
  }

  /** "…42". */
  static String end(String number) {
    String plain = number.strip();
    return plain.length() <= END ? "…" : "…" + plain.substring(plain.length() - END);
  }
}
