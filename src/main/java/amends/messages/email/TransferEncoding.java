package amends.messages.email;

import java.util.Locale;

/** The transfer encodings, by the names that mailers give them: with marks, misspelt, in quotes. */
enum TransferEncoding {
  NONE,
  BASE64,
  QUOTED,
  UU;

  static TransferEncoding of(String written) {
    StringBuilder letters = new StringBuilder();
    for (char c : written.toLowerCase(Locale.ROOT).toCharArray()) {
      if (c == '(' || c == ';') {
        break;
      }
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        letters.append(c);
      }
    }
    return switch (letters.toString()) {
      case "base64", "xbase64", "base64bit" -> BASE64;
      case "quotedprintable", "qp", "quotedprintible", "xquotedprintable", "quoteprintable" ->
          QUOTED;
      case "uuencode", "xuuencode", "xuue", "uue", "uuencoded" -> UU;
      default -> NONE;
    };
  }
}
