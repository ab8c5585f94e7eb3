package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** P13: mail without an identifier, or with one that is none, is mail like any other. */
class P13NoMessageIdTest {
  private final House house = House.open();

  @Test
  void mailWithoutOneOpensACaseOnceAndTheNextOneToo() {
    int number = 0;
    for (String id :
        List.of(
            "", "Message-ID:\n", "Message-ID: <>\n", "Message-ID: none\n", "Message-Id: <@>\n")) {
      String who = "no-id-" + ++number + "@customer.example";
      String mail =
          "From: %s\nTo: %s\nSubject: My jug\n%s\nIt broke, says %s.\n"
              .formatted(who, House.HELP, id, who);
      for (int twice = 0; twice < 2; twice++) {
        assertThat(house.post(who, House.HELP, mail)).as(id).startsWith("250");
      }
      house.settle();
      assertThat(house.caseOf(who).at("/state").asString()).as(id).isEqualTo("open");
      assertThat(house.caught(who)).as(id).hasSize(1);
      assertThat(
              house.count(
                  "select count(*) from message where direction = 'in' and address = '"
                      + who
                      + "'"))
          .as(id)
          .isEqualTo(1);
    }
  }
}
