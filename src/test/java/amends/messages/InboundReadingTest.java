package amends.messages;

import static org.assertj.core.api.Assertions.assertThat;

import amends.shared.Subject;
import amends.testing.FakeRelay;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;

class InboundReadingTest extends MailTest {
  @Autowired StoredMail stored;

  @Test
  void filesAPersonsMailUnderTheCaseThatTheIntakeOpens() {
    arrive(Mails.fromAnn("<1@example.org>", "It is in three pieces."));

    read();

    Message message = messages.about(Subject.of("case", 101)).getFirst();
    assertThat(message.direction()).isEqualTo(Direction.IN);
    assertThat(message.address()).isEqualTo("ann@example.org");
    assertThat(message.name()).isEqualTo("Ann Lee");
    assertThat(message.text()).contains("three pieces");
    assertThat(message.id()).isEqualTo(intake.taken.getFirst().messageId());
    assertThat(count("inbound where disposition = 'case' and done_at is not null")).isEqualTo(1);
  }

  @Test
  void theSameMailTwentyTimesAtOnceIsOne() throws Exception {
    byte[] mime = Mails.fromAnn("<same@example.org>", "Once.");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Void>> all = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        all.add(() -> {
          arrive(mime);
          return null;
        });
      }
      for (Future<Void> each : threads.invokeAll(all)) {
        each.get();
      }
    }
    read();

    assertThat(count("inbound")).isEqualTo(1);
    assertThat(count("blob")).isEqualTo(1);
    assertThat(intake.taken).hasSize(1);
  }

  /** Nothing that says something else may be taken for what is there already. */
  @Test
  void wordsWithoutAHeaderAreMailsOfTheirOwn() {
    List<String> mails =
        List.of(
            "My jug broke.",
            "Please call me.",
            "Problem: the jug\r\n\r\nAnn",
            "Problem: the cup\r\n\r\nAnn",
            "From: ann@example.org\r\nSubject: jug\r\nIt broke.",
            "From: ann@example.org\r\nSubject: jug\r\nIt came whole.",
            "From: ann@example.org\r\nfirst odd line\r\n\r\nAnn",
            "From: ann@example.org\r\nsecond odd line\r\n\r\nAnn");
    for (int twice = 0; twice < 2; twice++) {
      mails.forEach(mail -> arrive(mail.getBytes(StandardCharsets.UTF_8)));
    }
    read();

    assertThat(count("inbound")).isEqualTo(mails.size());
  }

  /** Somebody holds a table for a minute: that is no reason to give a mail up as unreadable. */
  @Test
  void aDatabaseThatKeepsItWaitingIsNoFaultOfTheMail() {
    AtomicInteger tries = new AtomicInteger();
    intake.answer =
        mail -> {
          if (tries.incrementAndGet() <= 5) throw new QueryTimeoutException("held");
          return intake.open(mail);
        };
    arrive(Mails.fromAnn("<1@example.org>", "It is in three pieces."));
    for (int i = 0; i < 6; i++) {
      read();
      clock.pass(Duration.ofMinutes(2));
    }
    assertThat(intake.unreadable).isEmpty();
    assertThat(intake.taken).hasSize(1);
  }

  @Test
  void theSameIdentifierWithOtherWordsIsAMailOfItsOwnAndFlagged() {
    arrive(Mails.fromAnn("<same@example.org>", "First."));
    arrive(Mails.fromAnn("<same@EXAMPLE.org>", "Second."));

    read();

    assertThat(intake.taken).hasSize(2);
    // The later one always is; the earlier one too, when a quicker hand has read the later first.
    assertThat(intake.taken)
        .filteredOn(mail -> mail.mail().text().contains("Second."))
        .singleElement()
        .satisfies(mail -> assertThat(mail.sameIdAs()).isNotNull());
  }

  @Test
  void mailWithoutAnIdentifierGetsOneFromItsBytes() {
    arrive(Mails.fromAnn("", "No id."));
    arrive(Mails.fromAnn("", "No id."));
    arrive(Mails.fromAnn("", "No id either."));

    read();

    assertThat(intake.taken).hasSize(2);
    assertThat(count("inbound where message_id like 'sha256-%' and message_id_made")).isEqualTo(2);
  }

  @Test
  void picturesThatCameAlongStandInTheHtml() {
    String parts =
        """
        --b
        Content-Type: text/html; charset=utf-8

        <p>Broken</p><img src="cid:photo@x.example"><img src="cid:two%2Bhalves%40x.example">
        --b
        Content-Type: image/png
        Content-ID: <photo@x.example>
        Content-Transfer-Encoding: base64

        AQID
        --b
        Content-Type: image/png
        Content-ID: <two+halves@x.example>
        Content-Transfer-Encoding: base64

        BAUG
        --b--
        """
            .replace("\n", "\r\n");
    String related = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n";
    arrive(Mails.mail("Ann Lee <ann@example.org>", "<1@example.org>", "Jug", related, parts));

    read();

    assertThat(stored.html(intake.taken.getFirst().messageId()).orElseThrow())
        .contains("src=\"data:image/png;base64,AQID\"", "src=\"data:image/png;base64,BAUG\"")
        .doesNotContain("cid:");
  }

  @Test
  void aMachinesMailWaitsInTheTrayAndIsNotTakenIn() {
    arrive(Mails.automatic("<auto@example.org>"));

    read();

    assertThat(intake.taken).isEmpty();
    Held item = messages.held(HeldKind.TRAY, null, 10).getFirst();
    assertThat(item.reason()).isEqualTo("messages.held.automatic");
    assertThat(item.dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
    assertThat(count("alarm where bell = 'held.age' and done_at is null")).isEqualTo(1);
  }

  @Test
  void whatTheIntakeDoubtsWaitsInQuarantine() {
    intake.answer = mail -> new Taken.Quarantined(CASE, "messages.held.unknown-sender");
    arrive(Mails.fromAnn("<1@example.org>", "Me too."));

    read();

    assertThat(messages.heldCount(HeldKind.QUARANTINE)).isEqualTo(1);
    assertThat(messages.held(HeldKind.QUARANTINE, null, 10).getFirst().about()).isEqualTo(CASE);
    assertThat(count("message")).isZero();
  }

  @Test
  void aValidReplyAddressRoutesAndABrokenOneDoesNot() {
    String address = addresses.replyTo(CASE, 7);
    arrive("ann@example.org", address, Mails.fromAnn("<1@example.org>", "Here I am."));
    arrive("ann@example.org", broken(address), Mails.fromAnn("<2@example.org>", "Here I am too."));

    read();

    assertThat(intake.taken).extracting(Arrived::routedTo).containsExactlyInAnyOrder(CASE, null);
  }

  private static String broken(String address) {
    int at = address.indexOf('@');
    char last = address.charAt(at - 2);
    return address.substring(0, at - 2) + (last == 'a' ? 'b' : 'a') + address.substring(at - 1);
  }

  @Test
  void ourOwnMailComingBackIsALoop() {
    String ours = addresses.messageId(CASE, 7, 3);
    arrive(Mails.fromAnn(ours, "Hello."));
    arrive(
        "x@example.org",
        "help@example.net",
        Mails.mail("help@example.net", "<2@x.org>", "s", "", "w"));

    read();

    assertThat(intake.taken).isEmpty();
    assertThat(messages.held(HeldKind.TRAY, null, 10))
        .extracting(Held::reason)
        .containsExactlyInAnyOrder("messages.held.loop", "messages.held.own-address");
  }

  @Test
  void mailThatFailsThreeTimesBecomesACaseWithTheRawMailAndKeepsNobodyWaiting() {
    intake.answer =
        mail -> {
          if (mail.mail().text().contains("poison")) {
            throw new IllegalStateException("it breaks us");
          }
          return intake.open(mail);
        };
    arrive(Mails.fromAnn("<poison@example.org>", "poison"));
    arrive(Mails.fromAnn("<fine@example.org>", "fine"));

    for (int i = 0; i < 3; i++) {
      read();
      clock.pass(Duration.ofSeconds(10));
    }

    assertThat(intake.taken).hasSize(1);
    assertThat(intake.unreadable).hasSize(1);
    Message.Attachment raw =
        messages.about(Subject.of("case", 102)).getFirst().attachments().getFirst();
    assertThat(raw.type()).isEqualTo("message/rfc822");
    assertThat(count("inbound where done_at is null")).isZero();
  }

  @Test
  void whoeverLostItsLeaseFilesNothing() {
    intake.answer =
        mail -> {
          sql.sql("update inbound set fence = fence + 1").update();
          return intake.open(mail);
        };
    arrive(Mails.fromAnn("<1@example.org>", "Slow."));

    read();

    assertThat(count("message")).isZero();
    assertThat(count("inbound where done_at is null")).isEqualTo(1);
  }

  @Test
  void aReportCountsOnlyAtTheBounceAddressOfItsDelivery() {
    send(reply("ann@example.org"));
    sendAll();
    String bounceTo = relay.got().getFirst().mailFrom();
    arrive("", "help@example.net", Mails.bounce("<b1@example.org>", "ann@example.org"));
    read();
    assertThat(count("delivery where failed_at is not null")).isZero();
    assertThat(messages.heldCount(HeldKind.TRAY)).isEqualTo(1);

    arrive("", bounceTo, Mails.bounce("<b2@example.org>", "ann@example.org"));
    read();

    assertThat(count("delivery where failed_at is not null and permanent")).isEqualTo(1);
    assertThat(messages.heldCount(HeldKind.TRAY)).isEqualTo(1);
  }

  @Test
  void aReportEndsWhatNobodyKnewTheEndOfAndWouldBeSentAgain() {
    relay.mood(FakeRelay.Mood.TAKE_AND_DROP);
    long id = send(reply("ann@example.org"));
    sendAll();
    assertThat(delivery(id).ambiguousTries()).isOne();
    String bounceTo = relay.got().getFirst().mailFrom();
    arrive("", bounceTo, Mails.bounce("<b9@example.org>", "ann@example.org"));
    read();
    relay.mood(FakeRelay.Mood.TAKE);
    clock.pass(Duration.ofHours(1));
    sendAll();

    assertThat(relay.got()).as("a server had it, and has given up").hasSize(1);
    assertThat(delivery(id).failedAt()).isNotNull();
    assertThat(delivery(id).done()).isTrue();
  }

  @Test
  void aReportThatReturnsOurOwnIdentifierCountsWhereverItCame() {
    send(reply("ann@example.org"));
    sendAll();
    String ours = relay.got().getFirst().header("Message-ID");
    arrive(
        "",
        "help@example.net",
        Mails.bounce("<b1@example.org>", "ann@example.org", "<1.2.3.mac@example.net>"));
    read();
    assertThat(count("delivery where failed_at is not null")).isZero();

    arrive("", "help@example.net", Mails.bounce("<b2@example.org>", "ann@example.org", ours));
    read();

    assertThat(count("delivery where failed_at is not null and permanent")).isEqualTo(1);
  }

  @Test
  void aComplaintOfItsReaderStopsWhatNobodyRequires() {
    // Of an address of its own: what is suppressed stays so for the other tests.
    send(reply("complains@example.org"));
    sendAll();
    arrive("", relay.got().getFirst().mailFrom(), Mails.complaint("<c1@example.org>"));

    read();

    assertThat(count("delivery where failed_at is not null")).isZero();
    assertThat(count("suppression where reason = 'complaint' and lifted_at is null")).isEqualTo(1);
  }
}
