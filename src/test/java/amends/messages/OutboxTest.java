package amends.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.shared.Refusal;
import amends.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class OutboxTest extends MailTest {
  @Autowired Caps caps;
  @Autowired Fitting fitting;
  @Autowired Sending sending;

  @Test
  void nothingPassesAGateThatStopsIt() {
    SendGate gate = draft -> Optional.of(new Refusal("body", "no.such.words"));
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("gate", gate);
    Outbox outbox = new Outbox(acts, beans.getBeanProvider(SendGate.class), caps, fitting, sending);

    assertThatThrownBy(() -> outbox.send(reply("ann@example.org"))).isInstanceOf(Refusal.class);
    assertThat(count("message")).isZero();
  }

  @Test
  void refusesWhatIsNoAddress() {
    for (String wrong : new String[] {"ann", "@x", "ann@", "a b@example.org", "a@b\r\nBcc: c@d"}) {
      assertThatThrownBy(() -> send(reply(wrong))).isInstanceOf(Refusal.class);
    }
    assertThat(count("delivery")).isZero();
  }

  @Test
  void keepsWhatItSaidWouldHappenNext() {
    Instant due = clock.instant().plus(Duration.ofHours(4));
    Outgoing draft =
        new Outgoing(
            CASE,
            7,
            "ann@example.org",
            "Your jug",
            "We call you by five.",
            Outgoing.Kind.REPLY,
            amends.shared.Actor.person(1),
            brand,
            null,
            new Next.By("We call you", due, 33));

    long id = sending.nextId();
    acts.run(() -> sending.write(id, draft, new Clearance.Goes(clock.instant(), null)));

    Message message = messages.message(id).orElseThrow();

    assertThat(message.next()).isEqualTo(new Next.By("We call you", due, 33));
  }

  @Test
  void acknowledgesAnAddressOnceInAMatter() {
    send(draft(CASE, "ann@example.org", Outgoing.Kind.ACKNOWLEDGEMENT));
    long second = send(draft(CASE, "Ann@Example.org", Outgoing.Kind.ACKNOWLEDGEMENT));

    sendAll();

    assertThat(relay.got()).hasSize(1);
    Message message = messages.message(second).orElseThrow();
    assertThat(message.notSent()).isEqualTo("messages.not-sent.acknowledged");
    assertThat(message.delivery()).isNull();
    assertThat(count("journal_entry where kind = 'message.not_sent' and subject_id = " + second))
        .isEqualTo(1);
  }

  @Test
  void tagsBehindAPlusSignLeadToTheSameMailbox() {
    for (int i = 0; i < 2 * Caps.AN_HOUR; i++) {
      send(
          draft(
              Subject.of("case", 100 + i),
              "Bombed+" + i + "@example.org",
              Outgoing.Kind.ACKNOWLEDGEMENT));
    }
    send(draft(CASE, "bombed.too@example.org", Outgoing.Kind.ACKNOWLEDGEMENT));
    sendAll();

    assertThat(relay.got()).filteredOn(got -> got.to().contains("+")).hasSize(Caps.AN_HOUR);
    assertThat(relay.got()).hasSize(Caps.AN_HOUR + 1);
  }

  @Test
  void anAddressGetsFiveAutomaticMessagesAnHourAndTwentyADay() {
    for (int hour = 0; hour < 24; hour++) {
      for (int i = 0; i < 10; i++) {
        send(
            draft(
                Subject.of("case", 1000 + hour * 10 + i),
                "bot@example.org",
                Outgoing.Kind.ACKNOWLEDGEMENT));
      }
      if (hour == 0) {
        assertThat(count("delivery")).isEqualTo(Caps.AN_HOUR);
      }
      clock.pass(Duration.ofMinutes(59));
    }
    assertThat(count("delivery")).isEqualTo(Caps.A_DAY);
    send(reply("bot@example.org"));
    assertThat(count("delivery")).isEqualTo(Caps.A_DAY + 1);
  }
}
