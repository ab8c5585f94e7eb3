package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.peers.Visitor.Answer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * P24: a link is 128 random bits for one purpose; nothing, a part of it or another purpose opens
 * nothing. That it ends with time stands in {@code LinkTest}, where the clock can be set.
 */
class P24LinksTest {
  private final House house = House.open();

  private String page(String name) {
    house.writes(name, "A lamp of " + name, "It flickers.");
    return house.caught(name + "@customer.example").stream()
        .flatMap(got -> Letters.links(got).stream())
        .filter(link -> link.contains("/c/"))
        .findFirst()
        .orElseThrow()
        .replaceFirst("https?://[^/]+", "");
  }

  @Test
  void nothingAPartOrAnotherPurposeOpensNothing() {
    String page = page("yann");
    String token = page.substring(3);
    Visitor visitor = house.stranger();
    assertThat(visitor.get(page).status()).isEqualTo(200);
    String unknown = visitor.get("/c/AAAAAAAAAAAAAAAAAAAAAA").text();
    for (String wrong :
        List.of(
            "/c/null",
            "/c/%20",
            "/c/undefined",
            "/c/0",
            "/c/" + token.substring(0, 21),
            "/c/" + token + "A",
            "/c/" + swapped(token))) {
      Answer answer = visitor.get(wrong);
      assertThat(answer.status()).as(wrong).isEqualTo(404);
      assertThat(answer.text()).as(wrong).isEqualTo(unknown);
    }
    for (String other :
        List.of("/report/confirm/" + token, "/first-start/" + token, "/attachments/" + token)) {
      assertThat(visitor.get(other).status()).as(other).isIn(302, 404, 410);
      assertThat(visitor.get(other).text()).as(other).doesNotContain("A lamp of yann");
    }
    assertThat(visitor.get("/c/").status()).isIn(302, 404);
    assertThat(new Visitor(house.url(), token).get("/api/v1/cases").status()).isEqualTo(401);
    assertThat(new Visitor(house.url(), "amends_").get("/api/v1/cases").status()).isEqualTo(401);
    assertThat(new Visitor(house.url(), "amends_null").get("/api/v1/cases").status())
        .isEqualTo(401);
  }

  private static String swapped(String token) {
    return new StringBuilder(token).reverse().toString();
  }

  @Test
  void anInvitationOpensOnceAndATokenThatWasTakenBackOpensNothing() {
    Visitor newcomer = house.colleague("Zoe Peer", "agent", house.team());
    assertThat(newcomer.get("/cases?view=mine").status()).isEqualTo(200);
    Answer made =
        house.administrator.submit("/people", "/people/" + personId("zoe.peer") + "/invitation");
    String link = made.text().replaceAll("(?s).*(/first-start/[\\w-]{22}).*", "$1");
    Visitor thief = house.stranger();
    String[] fields = {
      "name", "Zoe Peer", "password", "another password 12", "password_again", "another password 12"
    };
    assertThat(thief.submit(link, link, fields).status()).isEqualTo(302);
    Answer again = house.stranger().get(link);
    assertThat(again.status()).as("after use").isIn(404, 410);
    String token = house.token("Short lived", "cases:read");
    Visitor program = new Visitor(house.url(), token);
    assertThat(program.get("/api/v1/cases").status()).isEqualTo(200);
    long id = house.count("select max(id) from api_token");
    house.administrator.submit("/tokens", "/tokens/" + id + "/revocation");
    assertThat(program.get("/api/v1/cases").status()).as("taken back").isEqualTo(401);
  }

  private long personId(String name) {
    return house.count("select id from person where email like '" + name + "@%'");
  }

  @Test
  void linksAreLongRandomAndNeverTheSame() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      String token = page("link-" + i).substring(3);
      assertThat(token).matches("[\\w-]{22}");
      assertThat(seen.add(token.substring(0, 6))).as("no common beginning").isTrue();
    }
  }
}
