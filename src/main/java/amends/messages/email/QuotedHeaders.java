package amends.messages.email;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The block "From: / Sent: / To: / Subject:" with which Outlook and its kin begin a quotation. */
final class QuotedHeaders {
  private enum Kind {
    FROM,
    SENT,
    TO,
    SUBJECT
  }

  private static final int LONGEST_LABEL = 24;
  private static final int MOST_LINES = 9;

  private static final Map<Kind, Set<String>> LABELS =
      Map.of(
          Kind.FROM,
              Set.of(
                  "from",
                  "von",
                  "de",
                  "da",
                  "van",
                  "från",
                  "fra",
                  "lähettäjä",
                  "od",
                  "od kogo",
                  "от",
                  "від",
                  "feladó",
                  "kimden",
                  "gönderen",
                  "差出人",
                  "发件人",
                  "寄件者",
                  "보낸 사람",
                  "expéditeur",
                  "remitente",
                  "mittente",
                  "absender",
                  "message du",
                  "από",
                  "送信元"),
          Kind.SENT,
              Set.of(
                  "sent",
                  "date",
                  "gesendet",
                  "datum",
                  "envoyé",
                  "envoyé le",
                  "date d'envoi",
                  "enviado",
                  "enviado el",
                  "enviada",
                  "enviado em",
                  "fecha",
                  "data",
                  "inviato",
                  "verzonden",
                  "skickat",
                  "dato",
                  "sendt",
                  "lähetetty",
                  "päivämäärä",
                  "wysłano",
                  "odesláno",
                  "дата",
                  "отправлено",
                  "надіслано",
                  "küldve",
                  "dátum",
                  "gönderilme tarihi",
                  "tarih",
                  "送信日時",
                  "日時",
                  "发送时间",
                  "日期",
                  "寄件日期",
                  "보낸 날짜",
                  "trimis"),
          Kind.TO,
              Set.of(
                  "to",
                  "an",
                  "à",
                  "a",
                  "para",
                  "aan",
                  "till",
                  "til",
                  "vastaanottaja",
                  "do",
                  "komu",
                  "кому",
                  "címzett",
                  "kime",
                  "kime/alıcı",
                  "宛先",
                  "收件人",
                  "收件者",
                  "받는 사람",
                  "cc",
                  "copie à",
                  "kopie",
                  "către"),
          Kind.SUBJECT,
              Set.of(
                  "subject",
                  "betreff",
                  "objet",
                  "asunto",
                  "assunto",
                  "oggetto",
                  "onderwerp",
                  "ämne",
                  "emne",
                  "aihe",
                  "temat",
                  "předmět",
                  "тема",
                  "tárgy",
                  "konu",
                  "件名",
                  "主题",
                  "主旨",
                  "제목",
                  "subiect",
                  "θέμα"));

  private QuotedHeaders() {}

  /**
   * A customer may write "From: Bonn, To: Kiel" too; a subject or an address tells the two apart.
   */
  static boolean starts(List<String> lines, int at) {
    Kind first = kind(lines.get(at));
    if (first == null || first == Kind.TO || first == Kind.SUBJECT) {
      return false;
    }
    EnumSet<Kind> seen = EnumSet.of(first);
    boolean address = lines.get(at).indexOf('@') >= 0;
    int misses = 0;
    for (int i = at + 1; i < lines.size() && i <= at + MOST_LINES && misses < 2; i++) {
      String line = lines.get(i);
      Kind kind = kind(line);
      if (kind != null) {
        seen.add(kind);
        address |= line.indexOf('@') >= 0;
      } else if (!line.isBlank()) {
        misses++;
      }
    }
    return seen.contains(Kind.FROM)
        && (seen.size() >= 3 || (seen.size() == 2 && address && seen.contains(Kind.SENT)))
        && (address || seen.contains(Kind.SUBJECT));
  }

  private static @Nullable Kind kind(String line) {
    int from = 0;
    while (from < line.length() && " \t*|".indexOf(line.charAt(from)) >= 0) {
      from++;
    }
    int colon = colon(line, from);
    if (colon < 0) {
      return null;
    }
    String label = line.substring(from, colon).replace("*", "").strip().toLowerCase(Locale.ROOT);
    for (Map.Entry<Kind, Set<String>> labels : LABELS.entrySet()) {
      if (labels.getValue().contains(label)) {
        return labels.getKey();
      }
    }
    return null;
  }

  private static int colon(String line, int from) {
    for (int i = from; i < line.length() && i <= from + LONGEST_LABEL; i++) {
      if (line.charAt(i) == ':' || line.charAt(i) == '：') {
        return i;
      }
    }
    return -1;
  }
}
