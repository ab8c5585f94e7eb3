package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** P2: whoever guesses the identifiers of threads changes no case, and shows nobody anything. */
class P02GuessedThreadsTest {
  private static final String EVE = "eve-guesses@evil.example";

  private final House house = House.open();

  @Test
  void fiftyGuessedThreadsLeaveAllOtherCasesAsTheyWere() {
    long id = house.writes("guessed", "My jug", "It broke.");
    String own = house.caught("guessed@customer.example").getFirst().header("Message-ID");
    JsonNode before = export(id);
    int caught = house.caught("guessed@customer.example").size();
    for (int i = 1; i <= 50; i++) {
      String refers =
          "References: <case-%1$d@amends.localhost> <%1$d.1.%1$d.aaaaaaaaaaaaaaaaaa@amends.localhost> <peer-%1$d@peers.example>"
              .formatted(i);
      String said =
          house.post(
              EVE,
              House.HELP,
              "From: Eve <%s>\nTo: %s\nSubject: Re: [#%d] My jug\nMessage-ID: <guess-%d@evil.example>\n%s\n\nLet me in, %d.\n"
                  .formatted(EVE, House.HELP, i, i, refers, i));
      assertThat(said).startsWith("250");
    }
    // One who has really seen the customer's mail names the case, and still is not the customer.
    house.post(
        EVE,
        House.HELP,
        "From: Eve <%s>\nTo: %s\nSubject: Re: My jug\nMessage-ID: <guess-own@evil.example>\nIn-Reply-To: %s\n\nLet me in.\n"
            .formatted(EVE, House.HELP, own));
    house.settle();
    assertThat(export(id)).isEqualTo(before);
    assertThat(house.caught("guessed@customer.example")).hasSize(caught);
    assertThat(
            house.count(
                "select count(*) from message m join amends_case c on c.id = m.about_id and m.about_kind = 'case' join customer k on k.id = c.customer_id where m.address = '"
                    + EVE
                    + "' and m.direction = 'in' and not exists (select from contact_point p where p.customer_id = k.id and p.address = m.address)"))
        .as("words of hers in the case of somebody else")
        .isZero();
  }

  private JsonNode export(long id) {
    return house.api.get("/api/v1/cases/" + id).json();
  }
}
