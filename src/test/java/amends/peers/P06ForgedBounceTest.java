package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.testing.FakeRelay.Got;
import java.util.List;
import org.junit.jupiter.api.Test;

/** P6, F11: only a report to the return path of that very message says that it came back. */
class P06ForgedBounceTest {
  private final House house = House.open();

  /** What a server reports about an address. */
  static String report(String id, String victim, String status) {
    return """
    From: Mail Delivery System <MAILER-DAEMON@mx.example>
    To: %1$s
    Subject: Undelivered Mail Returned to Sender
    Message-ID: <%1$s@mx.example>
    Auto-Submitted: auto-replied
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary=b

    --b
    Content-Type: text/plain

    Your mail could not be delivered.
    --b
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.example

    Final-Recipient: rfc822; %2$s
    Action: failed
    Status: %3$s
    Diagnostic-Code: smtp; 550 %3$s

    --b--
    """
        .formatted(id, victim, status);
  }

  private long failed(String address) {
    return house.count(
        "select count(*) from delivery where failed_at is not null and address = '"
            + address
            + "'");
  }

  private long noted(String address) {
    return house.count(
        "select count(*) from journal_entry j join delivery d on d.id = j.subject_id where j.kind = 'delivery.bounced' and d.address = '"
            + address
            + "'");
  }

  @Test
  void aForgedBounceSilencesNobody() {
    String victim = "silenced@customer.example";
    long id = house.writes("silenced", "My jug", "It broke.");
    Got letter = house.caught(victim).getFirst();
    String path = letter.mailFrom();
    String bad = path.replaceFirst("\\.[a-z2-7]{4}", ".aaaa");
    int number = 0;
    for (String to :
        List.of(
            bad,
            path.replaceFirst("\\.[^@]*", ""),
            "bounce+1@amends.localhost",
            House.HELP,
            path.replaceFirst("^bounce\\+", "bounce+0"))) {
      assertThat(house.post("", to, report("forged-" + ++number, victim, "5.1.1")))
          .as(to)
          .matches("(250|550).*");
    }
    house.settle();
    assertThat(failed(victim)).isZero();
    house.api.json(
        "POST",
        "/api/v1/cases/" + id + "/replies",
        "{\"text\": \"A new one is on its way.\", \"nothing_more\": true}",
        "p6-still");
    house.settle();
    assertThat(house.caught(victim)).as("still reached").hasSize(2);
  }

  /** Reports of providers come more than once, and the later one before the earlier. */
  @Test
  void aRealOneCountsOnceHoweverOftenAndInWhateverOrderItComes() {
    String gone = "gone-away@customer.example";
    house.writes("gone-away", "My jug", "It broke.");
    String path = house.caught(gone).getFirst().mailFrom();
    String hard = report("real", gone, "5.1.1");
    String late = report("late", gone, "4.4.7").replace("Action: failed", "Action: delayed");
    for (int i = 0; i < 5; i++) {
      house.post("", path, i % 2 == 0 ? hard : hard.replace("<real@", "<real-" + i + "@"));
      house.post("", path, late.replace("<late@", "<late-" + i + "@"));
    }
    house.settle();
    assertThat(failed(gone)).isEqualTo(1);
    assertThat(noted(gone)).isEqualTo(1);
    assertThat(
            house.count(
                "select count(*) from delivery where permanent and address = '" + gone + "'"))
        .as("a delay that is told of afterwards does not revive it")
        .isEqualTo(1);
  }
}
