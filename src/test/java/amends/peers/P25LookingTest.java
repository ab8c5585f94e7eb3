package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.peers.Visitor.Answer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** P25: mail scanners open every link of every mail; that changes nothing. */
class P25LookingTest {
  private final House house = House.open();

  @Test
  void lookingTwiceAtEveryLinkOfEveryMailChangesNothing() {
    house.writes("alma", "A chair", "It creaks.");
    Visitor reporter = house.strangerFrom("127.0.25.25");
    reporter.submit(
        "/report", "/report", "name", "Bo", "email", "bo@customer.example", "words", "A table");
    house.settle();
    long id = house.caseOf("alma@customer.example").at("/id").asLong();
    house.api.json(
        "POST",
        "/api/v1/cases/" + id + "/replies",
        "{\"text\": \"We send glue.\", \"nothing_more\": true}",
        "p25");
    house.settle();
    Set<String> links = new TreeSet<>();
    house.caught().forEach(got -> links.addAll(Letters.links(got)));
    assertThat(links)
        .anyMatch(link -> link.contains("/c/"))
        .anyMatch(link -> link.contains("/report/confirm/"));
    String before = export();
    Visitor scanner = house.stranger();
    for (int twice = 0; twice < 2; twice++) {
      for (String link : links) {
        Answer seen = scanner.get(link);
        assertThat(seen.status()).as(link).isIn(200, 302, 404);
        assertThat(scanner.head(link).status()).as("HEAD " + link).isEqualTo(seen.status());
        assertThat(seen.header("Set-Cookie")).as(link).isEmpty();
      }
    }
    assertThat(export()).isEqualTo(before);
  }

  private String export() {
    StringBuilder all = new StringBuilder();
    for (String list : List.of("customers", "cases", "promises")) {
      all.append(house.api.get("/api/v1/" + list + "?limit=200").text());
    }
    // What the house does by itself goes on meanwhile: couriers try again, alarms ring.
    return all.append(
            house.count("select count(*) from journal_entry where actor_kind <> 'system'"))
        .append(' ')
        .append(house.count("select count(*) from message"))
        .toString();
  }
}
