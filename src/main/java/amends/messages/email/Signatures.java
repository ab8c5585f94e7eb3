package amends.messages.email;

import java.util.List;
import java.util.Locale;

/** Where a letter's words end and its signature begins. */
final class Signatures {
  private static final int LONGEST_MOBILE = 90;

  private static final List<String> MOBILE =
      List.of(
          "sent from my ",
          "sent from outlook",
          "sent from mail for",
          "sent from yahoo",
          "sent from samsung",
          "sent from proton",
          "sent via ",
          "sent with ",
          "sent from the ",
          "sent from ",
          "get outlook for",
          "gesendet von ",
          "gesendet mit ",
          "von meinem ",
          "diese nachricht wurde von meinem",
          "outlook für ",
          "envoyé de mon",
          "envoyé depuis",
          "envoyé à partir",
          "télécharger outlook pour",
          "enviado desde ",
          "enviado do ",
          "enviado a partir",
          "obtener outlook para",
          "obter o outlook para",
          "inviato da ",
          "inviato dal ",
          "scarica outlook per",
          "verzonden vanaf ",
          "verstuurd vanaf ",
          "verzonden met ",
          "skickat från ",
          "sendt fra ",
          "lähetetty ",
          "wysłane z ",
          "odesláno z ",
          "отправлено с ",
          "отправлено из ",
          "надіслано з ",
          "az iphone",
          "iphoneから送信",
          "发自我的",
          "從我的");

  private Signatures() {}

  /** The first line that belongs to the signature; the number of lines where there is none. */
  static int start(List<String> lines) {
    int end = 0;
    while (end < lines.size() && !delimiter(lines.get(end)) && !mobile(lines.get(end))) {
      end++;
    }
    return dashedName(lines.subList(0, end));
  }

  /** "-- " on a line of its own (RFC 3676), and what is drawn in its stead. */
  private static boolean delimiter(String line) {
    String bare = line.strip();
    return switch (bare) {
      case "--", "—", "–", "__", "- --" -> true;
      default -> bare.length() > 2 && bare.chars().allMatch(c -> c == '_' || c == '—');
    };
  }

  /** A mailer's line has no comma and no full stop; a person's sentence mostly has. */
  private static boolean mobile(String line) {
    String bare = line.replace("*", "").strip();
    if (bare.length() < 6 || bare.length() > LONGEST_MOBILE) {
      return false;
    }
    int link = bare.indexOf('<');
    String words = (link > 0 ? bare.substring(0, link) : bare).strip().toLowerCase(Locale.ROOT);
    boolean sentence = words.indexOf(',') >= 0 || words.endsWith(".") && !words.endsWith("inc.");
    if (sentence || words.split(" ", 20).length > 9) {
      return false;
    }
    return MOBILE.stream().anyMatch(words::startsWith) && !words.startsWith("von meinem ")
        || words.startsWith("von meinem ") && words.endsWith("gesendet");
  }

  /** "-Ann Lee" as the last words, with an empty line above. */
  private static int dashedName(List<String> lines) {
    int last = lines.size() - 1;
    while (last > 0 && lines.get(last).isBlank()) {
      last--;
    }
    if (last < 1 || !lines.get(last - 1).isBlank()) {
      return lines.size();
    }
    String line = lines.get(last);
    boolean name =
        line.length() > 2
            && line.length() < 40
            && line.charAt(0) == '-'
            && Character.isUpperCase(line.charAt(1))
            && line.split(" ", 5).length <= 3;
    return name ? last : lines.size();
  }
}
