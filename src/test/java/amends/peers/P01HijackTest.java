package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.faults.Opening;
import amends.testing.FakeRelay.Got;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** P1: a forged thread, or a colleague's address as the sender, puts no word into a case. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class P01HijackTest {
  private static final String CUSTOMER = "hijacked@customer.example";

  private final House house = House.open();
  private long id;
  private Got letter;
  private int number;

  @BeforeAll
  void aCase() {
    id = house.writes("hijacked", "My jug", "It broke.");
    letter = house.caught(CUSTOMER).getFirst();
  }

  private String mail(String from, String headers) {
    return "From: %s\nTo: %s\nSubject: Re: My jug\nMessage-ID: <hijack-%d@evil.example>\n%s\nPlease pay this at once: HIJACK.\n"
        .formatted(from, House.HELP, ++number, headers);
  }

  private JsonNode words() {
    return house.api.get("/api/v1/cases/" + id + "/messages").at("/items");
  }

  @Test
  void noAddressWithoutItsOwnMacReachesTheCase() {
    String good = Letters.replyTo(letter);
    String local = good.substring(0, good.indexOf('@'));
    String domain = good.substring(good.indexOf('@'));
    String mac = local.substring(local.lastIndexOf('.') + 1);
    String ids = local.substring(0, local.lastIndexOf('.'));
    String turned = (mac.charAt(3) == 'a' ? "b" : "a");
    JsonNode before = words();
    int caught = house.caught().size();
    for (String bad :
        List.of(
            ids + "." + mac.substring(0, 3) + turned + mac.substring(4) + domain,
            ids + "." + mac.substring(0, mac.length() - 1) + domain,
            ids + "." + domain,
            ids + domain,
            ids + "." + "a".repeat(mac.length()) + domain,
            "reply+1.1." + mac + domain,
            local.replaceFirst("\\.", ".1") + domain)) {
      for (String from : List.of(CUSTOMER, Opening.EMAIL)) {
        String said = house.post(from, bad, mail(from, "In-Reply-To: <case-1@amends.localhost>\n"));
        assertThat(said).as(bad).startsWith("250");
      }
      house.settle();
      assertThat(house.held("quarantine", bad)).as(bad).isEqualTo(2);
    }
    assertThat(words()).isEqualTo(before);
    assertThat(house.caught()).as("nobody is told anything").hasSize(caught);
    assertThat(house.administrator.get("/held?in=quarantine").text())
        .contains("reply address that we did not make");
  }

  /** A good MAC routes; it makes nobody a colleague, and no mail of theirs goes to the customer. */
  @Test
  void aColleaguesAddressGivesNoRightByMail() {
    String good = Letters.replyTo(letter);
    JsonNode before = words();
    int caught = house.caught(CUSTOMER).size();
    String refers = "In-Reply-To: " + letter.header("Message-ID") + "\n";
    house.post(Opening.EMAIL, good, mail("Ada Birch <" + Opening.EMAIL + ">", refers));
    house.settle();
    assertThat(words()).isEqualTo(before);
    assertThat(house.held("quarantine", good)).isPositive();
    assertThat(house.caught(CUSTOMER)).hasSize(caught);
    assertThat(house.caught()).noneMatch(got -> Letters.words(got).contains("HIJACK"));
  }
}
