package amends.messages.trust;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the places of a domain in a record (RFC 7208, section 7). */
final class SpfMacros {
  private static final Pattern PLACE =
      Pattern.compile("%(?:([%_-])|\\{([A-Za-z])(\\d{0,3})([rR]?)([.+,/_=-]*)})");
  private static final int LONGEST = 253;

  private final Spf.Asked asked;

  SpfMacros(Spf.Asked asked) {
    this.asked = asked;
  }

  /** The name that was proved for the address; asked for only where a record wants it. */
  interface Proved {
    String name() throws SpfError;
  }

  String fill(String text, String domain, Proved proved) throws SpfError {
    Matcher place = PLACE.matcher(text);
    StringBuilder filled = new StringBuilder();
    int at = 0;
    while (place.find()) {
      filled.append(text, at, place.start());
      filled.append(
          place.group(1) == null ? place(place, domain, proved) : literal(place.group(1)));
      at = place.end();
    }
    filled.append(text, at, text.length());
    return shortened(filled.toString());
  }

  private static String literal(String sign) {
    return switch (sign) {
      case "_" -> " ";
      case "-" -> "%20";
      default -> "%";
    };
  }

  private String place(Matcher place, String domain, Proved proved) throws SpfError {
    String letter = place.group(2);
    String value = value(letter.toLowerCase(Locale.ROOT), domain, proved);
    String parted = parted(value, place.group(3), !place.group(4).isEmpty(), place.group(5));
    return letter.equals(letter.toLowerCase(Locale.ROOT))
        ? parted
        : URLEncoder.encode(parted, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String value(String letter, String domain, Proved proved) throws SpfError {
    return switch (letter) {
      case "s" -> asked.local() + "@" + asked.senderDomain();
      case "l" -> asked.local();
      case "o" -> asked.senderDomain();
      case "d" -> domain;
      case "i" -> SpfAddresses.dotted(asked.address());
      case "p" -> proved.name();
      case "v" -> SpfAddresses.isSix(asked.address()) ? "ip6" : "in-addr";
      case "h" -> asked.helo();
      // Those of an explanation mean nothing here.
      default -> throw SpfError.perm();
    };
  }

  private static String parted(String value, String number, boolean turned, String delimiters)
      throws SpfError {
    if (number.isEmpty() && !turned && delimiters.isEmpty()) {
      return value;
    }
    String signs = delimiters.isEmpty() ? "." : delimiters;
    List<String> parts =
        new ArrayList<>(List.of(value.split("[" + Pattern.quote(signs) + "]", -1)));
    if (turned) {
      Collections.reverse(parts);
    }
    int keep = number.isEmpty() ? parts.size() : Integer.parseInt(number);
    if (keep == 0) {
      throw SpfError.perm();
    }
    return String.join(".", parts.subList(Math.max(0, parts.size() - keep), parts.size()));
  }

  /** A name that is too long loses its first parts. */
  private static String shortened(String name) {
    String fitting = name;
    while (fitting.length() > LONGEST && fitting.indexOf('.') >= 0) {
      fitting = fitting.substring(fitting.indexOf('.') + 1);
    }
    return fitting;
  }
}
