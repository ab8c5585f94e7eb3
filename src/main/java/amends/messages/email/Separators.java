package amends.messages.email;

import java.util.List;
import java.util.Locale;

/** Lines that are drawn rather than written. */
final class Separators {
  private static final List<String> ORIGINAL =
      List.of(
          "original message",
          "original appointment",
          "forwarded message",
          "forwarded by",
          "reply message",
          "ursprüngliche nachricht",
          "ursprungliche nachricht",
          "originalnachricht",
          "original-nachricht",
          "weitergeleitete nachricht",
          "message d'origine",
          "message d’origine",
          "message original",
          "message transféré",
          "message transmis",
          "mensaje original",
          "mensaje reenviado",
          "mensagem original",
          "mensagem encaminhada",
          "messaggio originale",
          "messaggio inoltrato",
          "oorspronkelijk bericht",
          "origineel bericht",
          "doorgestuurd bericht",
          "ursprungligt meddelande",
          "originalmeddelande",
          "vidarebefordrat meddelande",
          "oprindelig besked",
          "oprindelig meddelelse",
          "opprinnelig melding",
          "alkuperäinen viesti",
          "wiadomość oryginalna",
          "oryginalna wiadomość",
          "původní zpráva",
          "eredeti üzenet",
          "исходное сообщение",
          "пересланное сообщение",
          "orijinal mesaj",
          "元のメッセージ",
          "原始邮件",
          "原始郵件",
          "원본 메시지");

  private Separators() {}

  /** "-----Original Message-----" in many languages: marks on both sides, words we know within. */
  static boolean originalMessage(String line) {
    String bare = line.strip();
    if (bare.length() > 120
        || bare.length() < 6
        || !mark(bare.charAt(0))
        || !mark(bare.charAt(1))) {
      return false;
    }
    String lower = bare.toLowerCase(Locale.ROOT);
    return ORIGINAL.stream().anyMatch(lower::contains);
  }

  /** Three and more dashes, underscores, equals signs or asterisks and nothing else. */
  static boolean rule(String line) {
    String bare = line.strip();
    for (int i = 0; i < bare.length(); i++) {
      if (!mark(bare.charAt(i))) {
        return false;
      }
    }
    return bare.length() >= 3;
  }

  private static boolean mark(char c) {
    return "-_=*—–─━".indexOf(c) >= 0;
  }
}
