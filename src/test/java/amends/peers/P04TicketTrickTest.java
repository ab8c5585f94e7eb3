package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.peers.Visitor.Answer;
import org.junit.jupiter.api.Test;

/** P4: nobody reads another service's verification mail by claiming its sender's address. */
class P04TicketTrickTest {
  private static final String SENDER = "noreply@sso.example";

  private final House house = House.open();

  @Test
  void theCodeIsNotShownToWhoeverClaimedTheAddress() {
    Visitor attacker = house.strangerFrom("127.0.4.4");
    Answer claimed =
        attacker.submit(
            "/report", "/report", "name", "Mallory", "email", SENDER, "words", "Help me please");
    assertThat(claimed.status()).as(claimed.text()).isEqualTo(200);
    assertThat(claimed.text()).doesNotContain("/c/", "/report/confirm/");
    String code = "Your code for the company's directory is 884422.";
    assertThat(
            house.mail(
                SENDER,
                "From: %s\r\nTo: %s\r\nSubject: Code\r\n".formatted(SENDER, House.HELP),
                code))
        .startsWith("250");
    house.settle();
    for (String path : new String[] {"/report", "/report/confirm/AAAAAAAAAAAAAAAAAAAAAA", "/c/1"}) {
      assertThat(attacker.get(path).text()).as(path).doesNotContain("884422");
    }
    assertThat(house.caught())
        .as("nor is it mailed to anybody")
        .noneMatch(got -> Letters.words(got).contains("884422"));
    assertThat(house.caught())
        .filteredOn(got -> got.to().equals(SENDER))
        .allSatisfy(got -> assertThat(Letters.words(got)).doesNotContain("Help me please"));
  }

  /** Not even the mailbox's own page shows it: a robot wrote it, and nobody asked for it. */
  @Test
  void whatARobotSentStandsOnNoCustomersPage() {
    house.mail(
        "accounts@sso.example",
        "From: noreply-accounts@sso.example\r\nTo: %s\r\nSubject: Sign in\r\nAuto-Submitted: auto-generated\r\n"
            .formatted(House.HELP),
        "Your code is 553311.");
    house.settle();
    assertThat(house.caught()).noneMatch(got -> got.to().contains("noreply-accounts"));
    assertThat(
            house.count(
                "select count(*) from portal_link l join customer c on c.id = l.customer_id where c.name like '%noreply-accounts%'"))
        .isZero();
  }
}
