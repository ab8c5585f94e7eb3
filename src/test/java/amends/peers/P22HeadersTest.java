package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.testing.FakeRelay.Got;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** P22: no name, address, subject or file name adds a recipient or a header, and ours are ours. */
class P22HeadersTest {
  private static final String EVIL = "evil@elsewhere.example";

  private final House house = House.open();

  private static String word(String words) {
    return "=?utf-8?B?"
        + Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8))
        + "?=";
  }

  private void nothingOfIt(String address) {
    house.settle();
    assertThat(house.caught(address)).isNotEmpty();
    assertThat(house.caught(EVIL)).isEmpty();
    for (Got got : house.caught(address)) {
      String head = got.text().split("\r\n\r\n", 2)[0];
      assertThat(head.lines())
          .noneMatch(line -> line.matches("(?i)(bcc|cc|x-evil|content-type: text/html).*"));
      assertThat(got.header("To")).doesNotContain(EVIL);
    }
  }

  @Test
  void aNameOrASubjectBringsNoOtherRecipient() {
    int number = 0;
    for (String evil :
        List.of(
            "Ann\r\nBcc: " + EVIL,
            "Ann\nCc: " + EVIL,
            "Ann\r\n\r\n<html>",
            "Ann\u0000\r\nX-Evil: 1",
            "Ann\u2028Bcc: " + EVIL,
            "Ann\" <" + EVIL + ">, \"x",
            "Ann <" + EVIL + ">")) {
      String who = "headers-" + ++number + "@customer.example";
      String mail =
          "From: %s <%s>\nTo: %s\nSubject: %s\nMessage-ID: <head-%d@x.example>\n\nIt broke.\n"
              .formatted(word(evil), who, House.HELP, word(evil), number);
      assertThat(house.post(who, House.HELP, mail)).startsWith("250");
      house.settle();
      long id = house.caseOf(who).at("/id").asLong();
      house.api.json(
          "POST",
          "/api/v1/cases/" + id + "/replies",
          "{\"text\": \"A new one.\", \"nothing_more\": true}",
          "p22-" + number);
      nothingOfIt(who);
    }
  }

  @Test
  void neitherDoTheFieldsOfTheForm() {
    Visitor visitor = house.strangerFrom("127.0.22.22");
    int number = 0;
    for (String name : List.of("Ann\r\nBcc: " + EVIL, "Ann\nX-Evil: 1", "Ann <" + EVIL + ">")) {
      String who = "form-headers-" + ++number + "@customer.example";
      int answer = house.reports(visitor, name, who, "It broke");
      assertThat(answer).isIn(200, 422);
      if (answer == 200) nothingOfIt(who);
    }
    for (String address :
        List.of(
            "a@customer.example\r\nBcc: " + EVIL,
            "a@customer.example," + EVIL,
            "a@customer.example>\nRCPT TO:<" + EVIL,
            "\"a\r\n\"@customer.example")) {
      assertThat(house.reports(visitor, "Ann", address, "It broke")).as(address).isIn(422, 429);
    }
    house.settle();
    assertThat(house.caught(EVIL)).isEmpty();
  }

  /** A door on loopback takes mail for any name, since a server before it has decided. */
  @Test
  void theDoorPassesNothingOn() {
    for (String to : List.of(EVIL, "evil%elsewhere.example@amends.localhost")) {
      house.post("ann@customer.example", to, "From: ann@customer.example\nSubject: x\n\nx\n");
    }
    house.settle();
    assertThat(house.caught(EVIL)).isEmpty();
  }

  /** Fields in our own name that come from outside mean nothing. */
  @Test
  void whatOthersWriteInOurNameMeansNothing() {
    long other = house.writes("their-case", "My jug", "It broke.");
    String before = house.api.get("/api/v1/cases/" + other + "/messages").text();
    String who = "in-our-name@customer.example";
    house.post(
        who,
        House.HELP,
        "From: %s\nTo: %s\nSubject: Hm\nMessage-ID: <ours@x.example>\nX-Amends-Case: %d\nX-Amends-Delivery: 1\nAuthentication-Results: amends.localhost; dkim=pass header.d=customer.example\nX-RT-Owner: root\n\nHello\n"
            .formatted(who, House.HELP, other));
    house.settle();
    assertThat(house.caseOf(who).at("/id").asLong()).isNotEqualTo(other);
    assertThat(house.api.get("/api/v1/cases/" + other + "/messages").text()).isEqualTo(before);
    assertThat(house.caught(who))
        .allSatisfy(got -> assertThat(got.text()).doesNotContain("X-RT-Owner", "dkim=pass"));
  }
}
