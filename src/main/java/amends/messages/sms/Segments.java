package amends.messages.sms;

import java.util.HashSet;
import java.util.Set;

/**
 * How many messages a text becomes on its way (3GPP TS 23.038 and 23.040): 160 characters of the
 * basic alphabet in one and 153 in each of several, or 70 and 67 of any other.
 *
 * @param length in characters of the alphabet that it needs
 * @param basic whether the basic alphabet is enough
 */
public record Segments(int count, int length, boolean basic) {
  /** More than this is a letter, not a text message. */
  public static final int MOST = 6;

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
          + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** Each takes two places. */
  private static final String EXTENDED = "^{}\\[~]|€\f";

  private static final Set<Character> PLAIN = set(BASIC);
  private static final Set<Character> DOUBLE = set(EXTENDED);

  public static Segments of(String text) {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (PLAIN.contains(c)) {
        length++;
      } else if (DOUBLE.contains(c)) {
        length += 2;
      } else {
        return counted(text.length(), 70, 67, false);
      }
    }
    return counted(length, 160, 153, true);
  }

  private static Segments counted(int length, int alone, int together, boolean basic) {
    int count = length <= alone ? 1 : (length + together - 1) / together;
    return new Segments(count, length, basic);
  }

  private static Set<Character> set(String characters) {
    Set<Character> set = new HashSet<>();
    characters.chars().forEach(c -> set.add((char) c));
    return Set.copyOf(set);
  }
}
