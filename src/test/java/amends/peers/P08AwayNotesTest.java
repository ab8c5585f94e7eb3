package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.testing.FakeRelay.Got;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** P8: a note of somebody's absence changes nothing: no state, no clock, no letter. */
class P08AwayNotesTest {
  /** As the usual programs write them: subject, headers, words. */
  private record Note(String subject, String headers, String words) {}

  private static final List<Note> NOTES =
      List.of(
          new Note(
              "Out of office Re: My jug",
              "Auto-Submitted: auto-replied\nPrecedence: bulk\nX-Autoreply: yes\n",
              "I am on leave until Monday."),
          new Note("Automatic reply: My jug", "Auto-Submitted: auto-generated\n", "I am away."),
          new Note("Re: My jug", "X-Autoreply: yes\n", "I am away."),
          new Note("Re: My jug", "X-Autoresponder: vacation\n", "I am away."),
          new Note("Re: My jug", "X-Autorespond: yes\n", "I am away."),
          new Note("Re: My jug", "Delivered-To: Autoresponder\n", "I am away."),
          new Note("Re: My jug", "Precedence: auto_reply\n", "I am away."),
          new Note(
              "Automatische Antwort: Ihr Krug",
              "",
              "Vielen Dank für Ihre Nachricht. Ich bin bis zum 12. Mai nicht im Büro und lese meine E-Mails nicht."),
          new Note(
              "Réponse automatique : Votre cruche",
              "",
              "Je suis absent du bureau jusqu'au 12 mai et je ne lis pas mes messages."),
          new Note(
              "Respuesta automática: Su jarra",
              "",
              "Estoy fuera de la oficina hasta el 12 de mayo."),
          new Note("Autosvar: Din kanna", "", "Jag är på semester och åter den 12 maj."));

  private final House house = House.open();
  private int number;

  private void send(String from, String to, String refers, Note note) {
    String said =
        house.post(
            from,
            to,
            "From: %s\nTo: %s\nSubject: %s\nMessage-ID: <away-%d@customer.example>\nIn-Reply-To: %s\n%sContent-Type: text/plain; charset=utf-8\n\n%s\n"
                .formatted(
                    from, to, note.subject(), ++number, refers, note.headers(), note.words()));
    assertThat(said).startsWith("250");
  }

  private Map<String, JsonNode> state(long id) {
    Map<String, JsonNode> all = new TreeMap<>();
    for (String of : List.of("", "/messages")) {
      all.put(of, house.api.get("/api/v1/cases/" + id + of).json());
    }
    return all;
  }

  private void settled(long id) {
    String at = java.time.Instant.now().plusSeconds(90_000).toString();
    assertThat(
            house
                .api
                .json(
                    "POST",
                    "/api/v1/cases/" + id + "/settlement",
                    "{\"outcome\": \"made_right\", \"done\": \"A new one.\", \"follow_up_at\": \"%s\"}"
                        .formatted(at),
                    "p8-settled")
                .status())
        .isEqualTo(200);
  }

  @Test
  void noAbsenceReopensAnswersOrStopsAnything() {
    String who = "away@customer.example";
    long id = house.writes("away", "My jug", "It broke.");
    settled(id);
    house.settle();
    Got letter = house.caught(who).getFirst();
    Map<String, JsonNode> before = state(id);
    int caught = house.caught(who).size();
    long cases = house.count("select count(*) from amends_case");
    for (Note note : NOTES) {
      send(who, Letters.replyTo(letter), letter.header("Message-ID"), note);
      send(who, House.HELP, letter.header("Message-ID"), note);
    }
    house.settle();
    assertThat(state(id)).isEqualTo(before);
    assertThat(house.caught(who)).hasSize(caught);
    assertThat(house.count("select count(*) from amends_case")).isEqualTo(cases);
    assertThat(house.held("tray", Letters.replyTo(letter))).isEqualTo(NOTES.size());
  }

  @Test
  void aLetterOfTheFormThatMeetsSomebodyAwayConfirmsNothing() {
    String who = "away-form@customer.example";
    assertThat(house.reports(house.strangerFrom("127.0.8.8"), "Away", who, "It broke"))
        .isEqualTo(200);
    house.settle();
    Got letter = house.caught(who).getFirst();
    long cases = house.count("select count(*) from amends_case");
    for (Note note : NOTES) {
      send(who, Letters.replyTo(letter), letter.header("Message-ID"), note);
    }
    house.settle();
    assertThat(house.caught(who)).hasSize(1);
    assertThat(house.count("select count(*) from amends_case")).isEqualTo(cases);
    assertThat(
            house.count(
                "select count(*) from report_confirmation where confirmed_at is not null and address = '"
                    + who
                    + "'"))
        .isZero();
  }
}
