package amends.messages;

import static org.assertj.core.api.Assertions.assertThat;

import amends.shared.Check;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MailChecksTest extends MailTest {
  @Autowired InboundCheck inboundCheck;
  @Autowired OneMessageCheck oneMessageCheck;
  @Autowired DeliveryCheck deliveryCheck;

  @Test
  void allIsWellAfterMailCameAndWent() {
    arrive(Mails.fromAnn("<1@example.org>", "One."));
    arrive(Mails.automatic("<2@example.org>"));
    send(reply("ann@example.org"));
    send(draft(CASE, "ann@example.org", Outgoing.Kind.ACKNOWLEDGEMENT));
    send(draft(CASE, "ann@example.org", Outgoing.Kind.ACKNOWLEDGEMENT));
    read();
    sendAll();
    clock.pass(Duration.ofHours(1));

    for (Check check : List.of(inboundCheck, oneMessageCheck, deliveryCheck)) {
      assertThat(check.run()).as(check.code()).isEmpty();
    }
  }

  @Test
  void namesMailThatNobodyReads() {
    arrive(Mails.fromAnn("<1@example.org>", "One."));
    assertThat(inboundCheck.run()).isEmpty();

    clock.pass(InboundCheck.READ_WITHIN.plusSeconds(1));

    assertThat(inboundCheck.run()).hasSize(1);
  }

  @Test
  void namesAMessageWithoutItsDelivery() {
    long id = send(reply("ann@example.org"));
    sql.sql("delete from delivery").update();

    assertThat(deliveryCheck.run())
        .singleElement()
        .satisfies(finding -> assertThat(finding.subject().id()).isEqualTo(id));
  }
}
