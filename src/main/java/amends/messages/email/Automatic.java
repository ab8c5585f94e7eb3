package amends.messages.email;

import amends.messages.MailPerson;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells machines' mail from people's (RFC 3834 and what came before it). X-Auto-Response-Suppress
 * is no sign: people's mail from Exchange carries it too.
 */
final class Automatic {
  private static final List<String> LIST_FIELDS =
      List.of(
          "List-Id", "List-Unsubscribe", "List-Post", "List-Help", "List-Owner", "List-Archive");

  private static final List<String> ANSWERER_FIELDS =
      List.of(
          "X-Autoreply",
          "X-Autorespond",
          "X-Autoresponder",
          "X-AutoReply-From",
          "X-Mail-Autoreply");

  private static final List<String> DAEMONS =
      List.of("mailer-daemon", "postmaster", "mail-daemon", "mailerdaemon", "double-bounce");

  /** How automatic answers begin their subject when they carry no header that says so. */
  private static final List<String> SUBJECTS =
      List.of(
          "automatic reply",
          "automatic response",
          "auto reply",
          "auto-reply",
          "autoreply",
          "auto response",
          "auto-response",
          "autoresponse",
          "out of office",
          "out of the office",
          "out-of-office",
          "ooo:",
          "automatische antwort",
          "automatische rückmeldung",
          "abwesenheitsnotiz",
          "abwesenheitsmeldung",
          "abwesend:",
          "réponse automatique",
          "reponse automatique",
          "absence du bureau",
          "notification d'absence",
          "respuesta automática",
          "respuesta automatica",
          "fuera de la oficina",
          "risposta automatica",
          "fuori sede",
          "resposta automática",
          "resposta automatica",
          "ausência temporária",
          "automatisch antwoord",
          "afwezigheidsmelding",
          "afwezig:",
          "autosvar",
          "automatiskt svar",
          "automatisk svar",
          "frånvaro:",
          "fravær:",
          "automaattinen vastaus",
          "odpowiedź automatyczna",
          "autoodpowiedź",
          "automatická odpověď",
          "automatikus válasz",
          "răspuns automat",
          "автоматический ответ",
          "автоответ",
          "автоматична відповідь",
          "otomatik yanıt",
          "自動返信",
          "自动回复",
          "自動回覆",
          "자동 회신");

  private Automatic() {}

  static @Nullable String reason(
      Headers headers,
      List<MailPerson> from,
      String subject,
      @Nullable String mailFrom,
      boolean bounce) {
    if (bounce) {
      return "It reports a delivery that failed.";
    }
    String reason = fromHeaders(headers);
    if (reason != null) {
      return reason;
    }
    if (mailFrom != null && (mailFrom.isBlank() || mailFrom.strip().equals("<>"))) {
      return "Its envelope names no sender.";
    }
    if (daemon(from) || (mailFrom != null && daemon(mailFrom))) {
      return "It comes from a mail server.";
    }
    return answer(subject) ? "Its subject is that of an automatic answer." : null;
  }

  private static @Nullable String fromHeaders(Headers headers) {
    Parameters type = Parameters.read(headers.first("Content-Type"));
    if (type.value().equals("multipart/report")) {
      return "It is a machine's report (multipart/report).";
    }
    for (String value : headers.values("Auto-Submitted")) {
      String word = Parameters.read(value).value();
      if (!word.isEmpty() && !word.equals("no")) {
        return "It says Auto-Submitted: " + Cleaning.cut(word, 60) + ".";
      }
    }
    for (String field : ANSWERER_FIELDS) {
      String value = headers.first(field);
      if (value != null && !value.strip().equalsIgnoreCase("no")) {
        return "It carries " + field + ".";
      }
    }
    for (String value : headers.values("Delivered-To")) {
      if (value.strip().equalsIgnoreCase("autoresponder")) {
        return "It was delivered to an autoresponder.";
      }
    }
    if (headers.has("X-Failed-Recipients")) {
      return "It names failed recipients.";
    }
    for (String value : headers.values("Precedence")) {
      String word = value.strip().toLowerCase(Locale.ROOT);
      if (List.of("bulk", "list", "junk", "auto_reply", "auto-reply").contains(word)) {
        return "It says Precedence: " + word + ".";
      }
    }
    for (String field : LIST_FIELDS) {
      if (headers.has(field)) {
        return "It comes from a mailing list (" + field + ").";
      }
    }
    return null;
  }

  static boolean daemon(List<MailPerson> from) {
    return from.stream().anyMatch(person -> daemon(person.address()));
  }

  private static boolean daemon(String address) {
    String lower = address.strip().toLowerCase(Locale.ROOT);
    int at = lower.indexOf('@');
    return DAEMONS.contains(at < 0 ? lower : lower.substring(0, at));
  }

  private static boolean answer(String subject) {
    String lower = subject.toLowerCase(Locale.ROOT).strip();
    return SUBJECTS.stream().anyMatch(lower::startsWith);
  }
}
