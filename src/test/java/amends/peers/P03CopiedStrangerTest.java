package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.testing.FakeRelay.Got;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** P3: whoever is copied into a mail, or forges its sender, gets nothing of the history. */
class P03CopiedStrangerTest {
  private static final String ATTACKER = "mallory@attacker.example";

  private final House house = House.open();

  private static String head(String from, String to, String more) {
    return "From: %s\r\nTo: %s\r\nSubject: Re: my order\r\n%s".formatted(from, to, more);
  }

  @Test
  void aCopiedStrangerLearnsNothingOfTheHistory() {
    long id = house.writes("vera", "My order", "My card ends in 4471.");
    Got letter = house.caught("vera@customer.example").getFirst();
    String reply = letter.header("Reply-To").replaceFirst("(?s).*<", "").replace(">", "").strip();
    JsonNode before = house.api.get("/api/v1/cases/" + id).json();
    for (String to : List.of(House.HELP, reply)) {
      String forged =
          head(
              "vera <vera@customer.example>",
              to,
              "Cc: %s\r\nIn-Reply-To: %s\r\n".formatted(ATTACKER, letter.header("Message-ID")));
      assertThat(house.mail("mallory@attacker.example", forged, "Please copy my friend."))
          .startsWith("250");
    }
    for (int guess = 1; guess <= 20; guess++) {
      house.mail(
          ATTACKER,
          head(ATTACKER, "help+id" + guess + "@amends.localhost", "Cc: " + ATTACKER + "\r\n"),
          "Let me in.");
    }
    house.settle();
    house.api.json(
        "POST",
        "/api/v1/cases/" + id + "/replies",
        "{\"text\": \"Your new jug has left, Vera.\", \"nothing_more\": true}",
        "p3-reply");
    house.settle();
    assertThat(house.caught(ATTACKER))
        .as("what reached the attacker")
        .allSatisfy(got -> assertThat(got.text()).doesNotContain("4471", "new jug has left"));
    assertThat(house.caught("vera@customer.example"))
        .anySatisfy(got -> assertThat(got.text()).contains("new jug has left"));
    assertThat(house.api.get("/api/v1/cases/" + id).at("/statements"))
        .isEqualTo(before.at("/statements"));
  }

  @Test
  void aPageOfTheirOwnShowsThemTheirOwnMatterOnly() {
    house.writes("wanda", "My order", "My card ends in 9920.");
    house.writes("mallory-own", "Copy me", "I was in copy of Wanda's mail.");
    Matcher link =
        Pattern.compile("http://[^\\s/]+(/c/[\\w-]{22})")
            .matcher(Letters.words(house.caught("mallory-own@customer.example").getFirst()));
    assertThat(link.find()).isTrue();
    assertThat(house.stranger().get(link.group(1)).text())
        .contains("Copy me")
        .doesNotContain("9920", "wanda");
  }
}
