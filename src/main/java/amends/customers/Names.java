package amends.customers;

import java.text.Normalizer;
import java.util.Locale;

/** Names as people write them, and the form in which they are looked for. */
final class Names {
  private static final int LONGEST = 200;

  private Names() {}

  /** One line, without what a database or a screen cannot hold. */
  static String clean(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\s\\u00a0]+", " ")
        .strip();
  }

  static String name(String text) {
    String clean = clean(text);
    return clean.length() <= LONGEST
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, clean.codePointCount(0, LONGEST - 1)));
  }

  /** Without case and accents: "Zoë Müller" is found by "zoe muller". */
  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replace("ß", "ss")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
