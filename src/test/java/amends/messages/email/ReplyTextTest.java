package amends.messages.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTextTest {
  private static final String WORDS = "Thank you.\n\nThe new jug came on Monday: it is whole.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Mon, 4 May 2026 at 09:30, Harbour Kitchen <help@harbour.example> wrote:",
        "On Mon, 4 May 2026 at 09:30, Harbour Kitchen\n<help@harbour.example>\nwrote:",
        "Am 4. Mai 2026 um 09:30 schrieb Harbour Kitchen <help@harbour.example>:",
        "Le lun. 4 mai 2026 à 09:30, Harbour Kitchen <help@harbour.example> a écrit :",
        "El lun, 4 may 2026 a las 9:30, Harbour Kitchen (<help@harbour.example>) escribió:",
        "Il giorno lun 4 mag 2026 alle ore 09:30 Harbour Kitchen <help@harbour.example> ha scritto:",
        "Op ma 4 mei 2026 om 09:30 schreef Harbour Kitchen <help@harbour.example>:",
        "Em seg., 4 de mai. de 2026 às 09:30, Harbour <help@harbour.example> escreveu:",
        "W dniu 2026-05-04 09:30:11 użytkownik Harbour <help@harbour.example> napisał:",
        "Den mån 4 maj 2026 kl 09:30 skrev Harbour <help@harbour.example>:",
        "2026年5月4日(月) 9:30 Harbour <help@harbour.example>:",
        "04.05.2026, 09:30, \"Harbour\" <help@harbour.example>:",
        "-----Original Message-----",
        "-------- Ursprüngliche Nachricht --------",
        "________________________________\nFrom: Harbour <help@harbour.example>\nSent: Monday\nTo: Ann\nSubject: jug",
        "Von: Harbour <help@harbour.example>\nGesendet: Montag, 4. Mai 2026 09:30\nAn: Ann\nBetreff: jug",
        "*De :* Harbour <help@harbour.example>\n*Envoyé :* lundi\n*À :* Ann\n*Objet :* jug",
        "man. 4. mai 2026 kl. 09:30 skrev Harbour <help@harbour.example\n>:",
        "-- \nAnn Lee\nPotter",
        "—————\nAnn Lee\nPotter",
        "-Ann Lee\n\n___\nThe potters' list",
        "Sent from my iPhone",
        "Von meinem iPhone gesendet",
        "Get Outlook for Android<https://aka.ms/x>",
        "Envoyé de mon iPhone"
      })
  void theNewWordsEndBefore(String beginning) {
    String old = "\n\nYour new jug is on its way.\nHarbour Kitchen";
    assertThat(ReplyText.trim(WORDS + "\n\n" + beginning + old)).isEqualTo(WORDS);
  }

  @Test
  void answersBelowAndBetweenQuotationsAreKept() {
    String text =
        "On Mon, 4 May 2026 at 09:30, Harbour <help@harbour.example> wrote:\n> When shall we come?\n"
            + "On Friday, please.\n\n> Which colour?\nBlue.\n";
    assertThat(ReplyText.trim(text)).isEqualTo("On Friday, please.\n\nBlue.");
  }

  @Test
  void aWrappedQuotationLeavesNoRest() {
    String text =
        "Yes.\n\n> a line that was long enough to be wrapped by the mailer of the one\nwho answered\n> it\n";
    assertThat(ReplyText.trim(text)).isEqualTo("Yes.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello\n\nSent from my desk, which is easier than my telephone.",
        "On Thursday:\n\nthe jug came.",
        "On Monday I wrote: please send a new one.\nNothing came.",
        "From: Bonn\nTo: Kiel\nThat is the way the parcel took.",
        "- one jug\n- two cups",
        "The date: 3 May.\nThe time: 10:00.",
        "I said -- twice -- that it broke."
      })
  void aPersonsOwnWordsStay(String text) {
    assertThat(ReplyText.trim(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=gmail_quote>On Monday, Harbour wrote:<blockquote>old</blockquote></div>",
        "<blockquote type=cite>old</blockquote>",
        "<div id=appendonsend></div><hr><div id=divRplyFwdMsg><b>From:</b> H</div><div>old</div>",
        "<div style='border:none;border-top:solid #E1E1E1 1.0pt'><b>From:</b> H</div><p>old",
        "<div class=moz-cite-prefix>Am 4.5.</div><blockquote type=cite>old</blockquote>",
        "<div class=yahoo_quoted>old</div>",
        "<div class=gmail_signature>old</div>"
      })
  void whatMailersMarkInHtmlIsLeftOut(String quotation) {
    assertThat(Mails.html("<div>The jug is <b>whole</b>.</div>" + quotation).replyText())
        .isEqualTo("The jug is whole.");
  }

  @Test
  void noNewWordsAreNoWords() {
    assertThat(ReplyText.trim("> old\n> words")).isEmpty();
    assertThat(ReplyText.trim("")).isEmpty();
  }

  @Test
  void answersBetweenQuotationsInHtmlAreKept() {
    String html =
        "<div dir=ltr>Thank you.</div><div class=gmail_quote><div class=gmail_attr>On Mon, 4 May 2026"
            + " Harbour &lt;h@x.example&gt; wrote:</div><blockquote class=gmail_quote>When shall we"
            + " come?</blockquote><div>On Friday.</div><blockquote class=gmail_quote>Which"
            + " colour?</blockquote><div>Blue.</div></div>";
    assertThat(Mails.html(html).replyText()).isEqualTo("Thank you.\n\nOn Friday.\n\nBlue.");
  }

  @Test
  void whoWritesInTheSignaturesBoxIsHeard() {
    assertThat(Mails.html("<div id=Signature>The jug is whole.</div>").replyText())
        .isEqualTo("The jug is whole.");
  }

  @Test
  void marksThatWereEscapedAreMarks() {
    assertThat(ReplyText.trim("Yes.\n\n&gt; When shall we come?")).isEqualTo("Yes.");
  }
}
