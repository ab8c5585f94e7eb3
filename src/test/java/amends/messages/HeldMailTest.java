package amends.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.shared.Actor;
import amends.shared.Refusal;
import amends.time.Bell;
import amends.time.Rung;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class HeldMailTest extends MailTest {
  @Autowired HeldRows rows;
  @Autowired HeldMail heldMail;
  @Autowired Reading reading;
  @Autowired HeldBell bell;
  @Autowired HeldCheck check;
  private HeldDesk desk;

  @BeforeEach
  void desk() {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("intake", intake);
    desk = new HeldDesk(acts, rows, heldMail, reading, beans.getBeanProvider(Intake.class));
  }

  @Test
  void aColleagueOpensACaseFromTheTray() {
    long id = held();

    Optional<Taken> taken = desk.release(id, Actor.person(3), new Disposition.OpenCase());

    assertThat(taken).containsInstanceOf(Taken.Opened.class);
    Arrived.Decided decided = intake.taken.getFirst().decided();
    assertThat(decided).isEqualTo(new Arrived.Decided(new Disposition.OpenCase(), Actor.person(3)));
    assertThat(messages.held(id).decision()).isEqualTo("opened");
    assertThat(count("message where direction = 'in'")).isEqualTo(1);
    assertThat(count("alarm where done_at is null")).isZero();
  }

  @Test
  void itIsDecidedOnOnce() {
    long id = held();
    desk.release(id, Actor.person(3), new Disposition.Dismiss("An advertisement"));

    assertThatThrownBy(() -> desk.release(id, Actor.person(4), new Disposition.OpenCase()))
        .isInstanceOf(Refusal.class);
    assertThat(messages.heldCount(HeldKind.TRAY)).isZero();
    assertThat(count("message")).isZero();
  }

  @Test
  void dismissalNeedsAReason() {
    assertThatThrownBy(() -> desk.release(held(), Actor.person(3), new Disposition.Dismiss(" ")))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void aDecisionThatTheIntakeDoesNotFollowChangesNothing() {
    long id = held();
    intake.answer = mail -> new Taken.Quarantined(CASE, "messages.held.unknown-sender");

    assertThatThrownBy(() -> desk.release(id, Actor.person(3), new Disposition.AttachTo(CASE)))
        .isInstanceOf(Refusal.class);
    assertThat(messages.held(id).decidedAt()).isNull();
  }

  @Test
  void whatNobodyLooksAtForADayIsCalledOut() {
    long id = held();
    clock.pass(Duration.ofHours(24).plusMinutes(5));
    assertThat(check.run()).as("the alarm has not rung").hasSize(1);

    ring(id);

    assertThat(check.run()).isEmpty();
    assertThat(messages.held(id).agedAt()).isEqualTo(clock.instant());
    assertThat(messages.heldIsLate()).isTrue();
    assertThat(count("journal_entry where kind = 'mail.aged' and subject_id = " + id)).isEqualTo(1);
  }

  private void ring(long id) {
    Bell itself = bell;
    Rung rung = new Rung(1, amends.shared.Subject.of("held", id), clock.instant(), false);
    acts.run(() -> itself.ring(List.of(rung), clock.instant()));
  }

  private long held() {
    arrive(Mails.automatic("<auto@example.org>"));
    read();
    return messages.held(HeldKind.TRAY, null, 1).getFirst().id();
  }
}
