package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;

import amends.promises.NewPromise;
import amends.promises.Owner;
import amends.promises.Promise;
import amends.promises.PromisesBroken;
import amends.promises.PromisesWarned;
import amends.shared.Actor;
import amends.staff.MailWishes;
import amends.staff.Viewer;
import amends.testing.AsOwner;
import amends.testing.FakeRelay.Got;
import amends.testing.FakeRelay.Mood;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What colleagues are told by mail when a promise is nearly due, and when it was broken. */
class CaseNoticesTest extends Telling {
  @Autowired MailWishes wishes;
  private int seen;

  @BeforeEach
  void nothingIsOwed() {
    new AsOwner()
        .run("truncate notice, notice_mail, alarm, promise, amends_case, message, inbound cascade");
    post.relay().mood(Mood.TAKE);
    post.hold(false);
    seen = post.received().size();
  }

  private List<Got> told() {
    post.tellColleagues();
    return post.received().stream().skip(seen).toList();
  }

  private List<Got> told(Viewer colleague) {
    return told().stream().filter(got -> got.to().equals(colleague.email())).toList();
  }

  private Promise answerOwed() {
    return next(ruthWrites("My jug is broken", "Two pieces, says Ruth."));
  }

  private Promise owedBy(Owner owner) {
    Case opened = ruthWrites("My jug is broken", "Two pieces, says Ruth.");
    Promise first = next(opened);
    return promise(opened, owner, first.dueAt());
  }

  private Promise promise(Case matter, Owner owner, Instant due) {
    return promises.make(
        new NewPromise(
            matter.asSubject(),
            matter.customerId(),
            Promise.Kind.CONTACT,
            "we call you",
            due,
            owner,
            Actor.SYSTEM));
  }

  private void warn(Promise promise) {
    clock.set(promise.warnAt());
    ring();
  }

  @Test
  void theOwnerIsWarnedInAShortMailThatHoldsNoWordOfTheCustomer() {
    Promise owed = owedBy(Owner.person(world.priya.id()));
    warn(owed);

    Got mail =
        told(world.priya).stream()
            .filter(got -> got.text().contains("a word to the customer"))
            .findFirst()
            .orElseThrow();
    assertThat(mail.mailFrom()).as("a report comes back").startsWith("told+");
    assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(mail.header("Message-ID")).startsWith("<notice.");
    assertThat(mail.text())
        .contains("/cases/" + owed.about().id())
        .doesNotContain("jug", "Two pieces", "Adeyemi", "adeyemi");
  }

  @Test
  void everybodyWhoSharesTheQueueOfATeamIsWarned() {
    warn(answerOwed());

    List<Got> mails = told();
    assertThat(mails)
        .extracting(Got::to)
        .containsExactlyInAnyOrder(world.priya.email(), world.tom.email(), world.hanna.email());
    assertThat(mails).allSatisfy(m -> assertThat(m.header("Subject")).startsWith("Due soon: case"));
  }

  @Test
  void momentsAreToldInTheZoneOfTheColleague() {
    staff.settle(
        world.tom.id(), java.util.Locale.UK, java.time.ZoneId.of("Asia/Tokyo"), Actor.SYSTEM);
    Promise owed = owedBy(Owner.person(world.tom.id()));
    warn(owed);

    String hour =
        "%02d:".formatted(owed.dueAt().atZone(java.time.ZoneId.of("Asia/Tokyo")).getHour());
    assertThat(told(world.tom)).anySatisfy(m -> assertThat(m.text()).contains(hour));
  }

  @Test
  void whatWasBrokenIsToldToTheLeadAndToNobodyElse() {
    Promise owed = answerOwed();
    clock.set(owed.dueAt());
    ring();

    List<Got> mails = told();
    assertThat(mails).extracting(Got::to).containsExactly(world.hanna.email());
    assertThat(mails.getFirst().header("Subject"))
        .isEqualTo("A promise was broken: case " + owed.about().id());
  }

  @Test
  void anAlarmThatRingsTwiceIsToldOnce() {
    Promise owed = answerOwed();
    warn(owed);
    context.publishEvent(new PromisesWarned(List.of(owed)));
    assertThat(told()).hasSize(3);

    context.publishEvent(new PromisesWarned(List.of(owed)));
    assertThat(told()).hasSize(3);
    assertThat(sql.sql("select count(*) from notice").query(Long.class).single()).isEqualTo(3);
  }

  @Test
  void aHundredAtOnceAreOneMailWhichNamesTwenty() {
    Case opened = ruthWrites("A hundred jugs", "All broken.");
    Instant due = next(opened).dueAt();
    List<Promise> hundred =
        IntStream.range(0, 100)
            .mapToObj(n -> promise(opened, Owner.person(world.tom.id()), due))
            .toList();
    warn(hundred.getLast());

    List<Got> mails = told(world.tom);
    assertThat(mails).hasSize(1);
    assertThat(mails.getFirst().header("Subject")).isEqualTo("101 promises due soon");
    String plain = mails.getFirst().text().split("text/html")[0];
    assertThat(plain.split("Case " + opened.id(), -1)).hasSize(21);
    assertThat(plain).contains("And 81 more.");
  }

  @Test
  void whoDoesNotWantWarningsIsStillToldWhatHasEscalated() {
    wishes.warnings(world.hanna.id(), false);
    try {
      Promise owed = answerOwed();
      warn(owed);
      assertThat(told(world.hanna)).isEmpty();

      clock.set(owed.dueAt());
      ring();
      assertThat(told(world.hanna)).hasSize(1);
    } finally {
      wishes.warnings(world.hanna.id(), true);
    }
  }

  @Test
  void whereNobodyWantsWarningsNothingIsWritten() {
    List<Viewer> all = List.of(world.priya, world.tom, world.hanna);
    all.forEach(p -> wishes.warnings(p.id(), false));
    try {
      warn(answerOwed());
      assertThat(sql.sql("select count(*) from notice").query(Long.class).single()).isZero();
    } finally {
      all.forEach(p -> wishes.warnings(p.id(), true));
    }
  }

  @Test
  void nothingIsToldWhileTheOutboxIsHeldNorWhatIsOverByThen() {
    Promise kept = answerOwed();
    warn(kept);
    post.hold(true);
    assertThat(told()).isEmpty();

    cases.reply(kept.about().id(), nothingMore("We send a new one."), world.priya);
    post.deliver();
    seen = post.received().size();
    post.hold(false);
    assertThat(told()).as("it was kept before anybody could be told").isEmpty();

    Promise owed = answerOwed();
    warn(owed);
    post.hold(true);
    assertThat(told()).isEmpty();
    post.hold(false);
    assertThat(told()).hasSize(3);
  }

  @Test
  void whatCouldNotBeToldWithinADayIsNotToldAnyMore() {
    Promise owed = answerOwed();
    clock.set(owed.dueAt());
    ring();
    post.hold(true);
    assertThat(told()).isEmpty();
    clock.pass(Duration.ofHours(25));
    post.hold(false);

    assertThat(told()).isEmpty();
  }

  @Test
  void anHourHoldsSixMailsAndTheRestComesTogetherAtItsEnd() {
    Case opened = ruthWrites("Many jugs", "All broken.");
    Instant due = next(opened).dueAt().plus(Duration.ofDays(2));
    Owner tom = Owner.person(world.tom.id());
    for (int n = 0; n < 10; n++) {
      context.publishEvent(new PromisesWarned(List.of(promise(opened, tom, due))));
      assertThat(told(world.tom)).hasSize(Math.min(n + 1, 6));
      clock.pass(Duration.ofSeconds(10));
    }

    clock.pass(Duration.ofHours(1));
    assertThat(told(world.tom)).hasSize(7);
    assertThat(told(world.tom).getLast().header("Subject")).isEqualTo("4 promises due soon");
  }

  @Test
  void theBacklogOfATeamComesInOneMailAnHourThatListsIt() {
    Case opened = ruthWrites("Very many jugs", "All broken.");
    Instant due = next(opened).dueAt().plus(Duration.ofDays(2));
    Owner team = Owner.team(world.home.id());
    for (int n = 0; n < 5; n++) {
      context.publishEvent(new PromisesWarned(List.of(promise(opened, team, due))));
      assertThat(told(world.tom)).as("the first goes at once").hasSize(1);
      clock.pass(Duration.ofMinutes(1));
    }

    clock.pass(Duration.ofHours(1));
    assertThat(told(world.tom)).hasSize(2);
    assertThat(told(world.tom).getLast().header("Subject")).isEqualTo("4 promises due soon");
  }

  @Test
  void nothingIsNotedBeyondWhatAMailCouldTell() {
    Case opened = ruthWrites("Endless jugs", "All broken.");
    Instant due = next(opened).dueAt().plus(Duration.ofDays(2));
    Owner team = Owner.team(world.home.id());
    post.hold(true);
    for (int n = 0; n < 3; n++) {
      List<Promise> many =
          IntStream.range(0, 100).mapToObj(i -> promise(opened, team, due)).toList();
      context.publishEvent(new PromisesWarned(many));
    }

    assertThat(
            sql.sql("select count(*) from notice where person_id = :tom")
                .param("tom", world.tom.id())
                .query(Long.class)
                .single())
        .isEqualTo(200);
    post.hold(false);
    assertThat(told(world.tom)).hasSize(1);
  }

  @Test
  void aTryOfUnknownEndIsRepeatedWithTheSameBytes() {
    Promise owed = answerOwed();
    post.relay().mood(Mood.TAKE_AND_DROP);
    context.publishEvent(new PromisesBroken(List.of(escalated(owed))));
    assertThat(told()).hasSize(1);

    post.relay().mood(Mood.TAKE);
    clock.pass(Duration.ofMinutes(2));
    List<Got> mails = told();
    assertThat(mails).hasSize(2);
    assertThat(mails.get(1).raw()).isEqualTo(mails.get(0).raw());
    clock.pass(Duration.ofHours(2));
    assertThat(told()).hasSize(2);
  }

  private Promise escalated(Promise owed) {
    clock.set(owed.dueAt());
    sql.sql(
            "update promise set broken_at = :now, escalated_at = :now, escalated_to = :to where id = :id")
        .param("now", amends.shared.Sql.at(clock.instant()))
        .param("to", world.hanna.id())
        .param("id", owed.id())
        .update();
    cases.reply(owed.about().id(), nothingMore("Late."), world.priya);
    return promises.promise(owed.id());
  }

  @Test
  void aNoticeThatComesBackToOurHelpAddressOpensNoCase() {
    Promise owed = owedBy(Owner.person(world.priya.id()));
    warn(owed);
    Got mail = told(world.priya).getFirst();
    String own = mail.text().replace("\r\n", "\n").replaceAll("Auto-Submitted: [^\n]*\n", "");
    String forged =
        own.replaceFirst("From: [^\n]*\n [^\n]*\n", "From: Priya <p@elsewhere.example>\n");
    long before = sql.sql("select count(*) from amends_case").query(Long.class).single();

    post.lay("p@elsewhere.example", "help@fernhill.example", forged);
    post.write(
        "Priya <priya.nair@fernhill.example>",
        "help@fernhill.example",
        "<answer@fernhill.example>\nIn-Reply-To: " + mail.header("Message-ID"),
        "Re: Due soon",
        "I will.");

    assertThat(sql.sql("select count(*) from amends_case").query(Long.class).single())
        .isEqualTo(before);
    assertThat(
            sql.sql("select reason from held_mail order by id desc limit 2")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("messages.held.loop", "messages.held.answers-notice");
    sql.sql("select id from held_mail where decided_at is null")
        .query(Long.class)
        .list()
        .forEach(id -> dismiss(messages.held(id)));
  }
}
