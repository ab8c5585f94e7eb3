package amends.messages.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** New words above what mail programs of many makers and languages write below them. */
class ReplyLanguagesTest {
  private static final String WORDS = "Thank you.\n\nThe new jug came on Monday: it is whole.";

  static Stream<String> introductions() {
    String all = new String(Mails.raw("introductions.txt"), UTF_8);
    return Stream.of(all.substring(all.indexOf('\n') + 1).split("%\n")).map(String::strip);
  }

  static Stream<String> mailerLines() {
    return new String(Mails.raw("mailer-lines.txt"), UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"));
  }

  @ParameterizedTest
  @MethodSource("introductions")
  void theNewWordsEndWhereAQuotationIsIntroduced(String introduction) {
    String old = "\n\nYour new jug is on its way.\nIt left this morning.\n\nHarbour Kitchen";
    assertThat(ReplyText.trim(WORDS + "\n\n" + introduction + old)).isEqualTo(WORDS);
  }

  @ParameterizedTest
  @MethodSource("introductions")
  void answersBelowMarkedLinesStay(String introduction) {
    if (introduction.contains("##")
        || introduction.startsWith("--- B")
        || introduction.startsWith("-- V")) {
      return;
    }
    String old = "\n\n> When shall we come?\n> Which colour?\n\n" + WORDS + "\n";
    assertThat(ReplyText.trim(introduction + old)).isEqualTo(WORDS);
  }

  @ParameterizedTest
  @MethodSource("mailerLines")
  void aMailersOwnLineIsNoWord(String line) {
    assertThat(ReplyText.trim(WORDS + "\n\n" + line)).isEqualTo(WORDS);
    assertThat(ReplyText.trim(WORDS + "\n" + line + "\n\n> old")).isEqualTo(WORDS);
  }

  @Test
  void whatPeopleWriteStays() {
    for (String text :
        List.of(
            "I wrote to help@harbour.example on 4 May 2026 at 9:30:\nno answer came.",
            "Ich habe am 04.05.2026 geschrieben:\nkeine Antwort.",
            "Sent via DHL yesterday, as you asked.",
            "Sent from Berlin it took four days.",
            "It was sent from my old address.",
            "-----\nMy list\n-----\none jug\ntwo cups",
            "My address:\nAnn Lee\n5 Mill Lane\nTelephone 01632 960001",
            "This message is for Bo: the jug is broken.",
            "Confidential it is not.\nThe jug is broken.",
            "Disclaimer: I am no potter.\nBut the jug is broken.",
            "De: Madrid\nA: Sevilla\nFecha: el lunes\nAsí fue el paquete.",
            "Kind regards,\nAnn",
            "The jug broke.\n\nBest regards to Bo, too.",
            "Send it to Bo with best wishes.\nHe is ill.",
            "The jug broke.\n\nThanks,\nAnn",
            "Regards,\nI mean the report, it says nothing about when the new jug would come.",
            "Thanks!\n\nAnn\n\nPS: please ring 01632 960001 and ask for Bo?",
            "Hello -- are you there?",
            "1. jug\n2. cups\n--- and that is all ---",
            "Op 4 mei 2026 heb ik u geschreven:\ngeen antwoord.",
            "Den 4 maj 2026 09:30 skrev jag till er:\ninget svar.",
            "Den 4. maj 2026 kl. 09.30 har jeg skrevet:\nintet svar.",
            "4.5.2026 klo 9.30 kirjoitin teille:\nei vastausta.",
            "W dniu 4.05.2026 o 09:30 napisałam do was:\nżadnej odpowiedzi.",
            "Dne 4. 5. 2026 v 9:30 jsem psal:\nnic.",
            "04.05.2026 в 09:30 мы писали вам:\nответа нет.",
            "4 травня 2026 о 09:30 я писав вам:\nвідповіді немає.",
            "04.05.2026 09:30'da size yazdım:\ncevap yok.",
            "我在2026年5月4日写道：\n没有回复。",
            "私は2026年5月4日に書きました：\n返事がありません。",
            "제가 2026년 5월 4일에 쓴 글:\n답이 없습니다.",
            "لقد كتبت لكم في 04/05/2026:\nلا جواب.",
            "כתבתי לכם ב-04/05/2026:\nאין תשובה.",
            "El 04/05/2026 a las 9:30 les escribí:\nno hay respuesta.",
            "Il 04/05/2026 alle 9:30 vi ho scritto:\nnessuna risposta.",
            "Em 04/05/2026 às 9:30 escrevi:\nsem resposta.",
            "Le 04/05/2026 à 9:30 j'ai écrit :\npas de réponse.",
            "| size | colour |\n| 3 | green |\nThat is what I ordered.",
            "от Петра: кувшин разбит 4 мая.",
            "从上海寄来的水壶碎了。")) {
      assertThat(ReplyText.trim(text)).isEqualTo(text);
    }
  }

  @Test
  void aFarewellAndWhatStandsBelowItGo() {
    for (String farewell :
        List.of(
            "Best regards,\nAnn",
            "Kind regards, Ann Lee",
            "Cheers 🎉\nAnn",
            "Viele Grüße\nAnn",
            "LG Ann",
            "Cordialement,\n\nAnn Lee",
            "Un saludo,\nAnn",
            "Cordiali saluti\nAnn",
            "Met vriendelijke groet,\n\nAnn",
            "Med venlig hilsen\nAnn",
            "Pozdrawiam\nAnn",
            "С уважением,\nАнна",
            "Saygılarımla,\nAnn",
            "בברכה,\nאן",
            "Trân trọng,\nAnn")) {
      assertThat(ReplyText.trim(WORDS + "\n\n" + farewell)).as(farewell).isEqualTo(WORDS);
    }
    assertThat(
            ReplyText.trim(
                WORDS
                    + "\n\nKind regards,\nAnn Lee\nHead of Pots\nLee & Lee Ltd.\nT +44 1632 960001\nwww.lee.example"))
        .isEqualTo(WORDS);
    assertThat(ReplyText.trim(WORDS + "\n\nMit freundlichen Grüßen\n\nAnn Lee\n\nTel.: 030 123456"))
        .isEqualTo(WORDS);
    assertThat(ReplyText.trim(WORDS + "\n\nThanks,\nAnn Lee\nLee & Lee Ltd.\n+44 1632 960001"))
        .isEqualTo(WORDS + "\n\nThanks,\nAnn Lee");
  }

  @Test
  void lawyersScannersAndListsAreLeftOut() {
    for (String footer :
        List.of(
            "CONFIDENTIALITY NOTICE: This e-mail is intended only for the addressee and may be privileged.",
            "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, löschen Sie sie bitte.",
            "Ce message et toutes les pièces jointes sont confidentiels et destinés au seul destinataire.",
            "Este mensaje y sus archivos adjuntos son confidenciales y van dirigidos a su destinatario.",
            "Le informazioni contenute in questo messaggio sono riservate e destinate al solo destinatario.",
            "Это сообщение и вложения конфиденциальны и предназначены только для адресата письма.",
            "Please consider the environment before printing this email.",
            "Virus-free. www.avast.com",
            "_______________________________________________\npotters mailing list\npotters@lists.example",
            "You received this message because you are subscribed to the Google Groups \"potters\" group.")) {
      assertThat(ReplyText.trim(WORDS + "\n\n" + footer)).as(footer).isEqualTo(WORDS);
    }
  }
}
