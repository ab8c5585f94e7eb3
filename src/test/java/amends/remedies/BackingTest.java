package amends.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.Forbidden;
import amends.staff.Grant;
import amends.staff.NewPerson;
import amends.staff.Person;
import amends.staff.Role;
import amends.staff.Viewer;
import amends.testing.Fernhill;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Looked at afterwards: the customer's remedy is untouched; patterns go another way, quietly. */
class BackingTest extends Righting {
  private boolean waits(RemedyGrant grant) {
    return backings.queue(hanna, 1_000).stream().anyMatch(g -> g.id() == grant.id());
  }

  @Test
  void isBackedWithOrWithoutALessonAndNothingChangesForTheCustomer() {
    RemedyGrant one = give(matter(), 5_000);
    RemedyGrant other = give(matter(), 6_000);
    long before = backings.count(hanna);
    assertThat(waits(one)).isTrue();
    backings.back(one.id(), null, hanna);
    Backing lesson = backings.back(other.id(), "I would offer the repair too.", hanna);
    assertThat(lesson.lesson()).isEqualTo("I would offer the repair too.");
    assertThat(backings.count(hanna)).isEqualTo(before - 2);
    assertThat(now(one)).isEqualTo(one);
    assertThat(now(other)).isEqualTo(other);
    assertThat(refused(() -> backings.back(one.id(), null, mira)).key())
        .isEqualTo("remedies.refusal.backed");
  }

  @Test
  void nobodyBacksTheirOwnAndAgentsBackNothing() {
    Subject about = matter();
    RemedyGrant hers = remedies.grant(about, pounds(20_000), "", hanna);
    assertThat(waits(hers)).isFalse();
    assertThat(refused(() -> backings.back(hers.id(), null, hanna)).key())
        .isEqualTo("remedies.refusal.back-own");
    Assertions.assertThatThrownBy(() -> backings.back(hers.id(), null, tom))
        .isInstanceOf(Forbidden.class);
    assertThat(backings.queue(tom, 10)).isEmpty();
    backings.back(hers.id(), null, mira);
  }

  @Test
  void whatAnApproverDecidedNeedsNoSecondLook() {
    Request request = remedies.ask(matter(), pounds(30_000), "", priya);
    RemedyGrant grant = requests.approve(request.id(), "", hanna);
    assertThat(backings.queue(mira, 1_000)).extracting(RemedyGrant::id).doesNotContain(grant.id());
  }

  @Test
  void manyToOneCustomerIsLookedIntoQuietlyAndNotInTheQueue() {
    long ivo = world.customer("Ivo Quiet", "ivo.quiet@marsh.example").id();
    RemedyGrant last = null;
    for (int i = 0; i < 4; i++) {
      last = give(matterOf(ivo), 100);
      clock.pass(Duration.ofDays(1));
    }
    RemedyGrant fourth = Objects.requireNonNull(last);
    assertThat(waits(fourth)).isFalse();
    Suspicion seen =
        suspicions.queue(hanna, 50).stream()
            .filter(s -> s.grant().id() == fourth.id())
            .findFirst()
            .orElseThrow();
    assertThat(seen.rule()).isEqualTo("same_hand_same_customer");
    assertThat(suspicions.queue(priya, 50)).isEmpty();
    assertThat(refused(() -> suspicions.clear(seen.id(), " ", hanna)).field()).isEqualTo("words");
    suspicions.clear(seen.id(), "He runs a café and buys a lot.", hanna);
    assertThat(waits(fourth)).isTrue();
    assertThat(now(fourth).state()).isEqualTo(RemedyGrant.State.GRANTED);
  }

  @Test
  void aColleaguesAddressIsLookedIntoAtOnce() {
    long sam = world.customer("Sam at home", "sam.whitlock@fernhill.example").id();
    RemedyGrant grant = give(matterOf(sam), 100);
    assertThat(suspicions.queue(hanna, 50))
        .anyMatch(s -> s.grant().id() == grant.id() && s.rule().equals("address_of_colleague"));
  }

  private Viewer lead(String name, long team) {
    Person person =
        staff.add(
            new NewPerson(name, name + "@fernhill.example", Locale.UK, Fernhill.LONDON),
            Actor.SYSTEM);
    staff.join(person.id(), team, Actor.SYSTEM);
    staff.grant(person.id(), Grant.inTeam(Role.LEAD, team), Actor.SYSTEM);
    return staff.viewer(person.id()).orElseThrow();
  }

  private void move(Subject about, long team) {
    cases.handOver(about.id(), "team:" + team, "It is theirs.", world.admin);
  }

  /**
   * Whoever led those who gave it looks at it, wherever it went; nobody there, whoever leads now.
   */
  @Test
  void whatWasGivenBeforeACaseMovedIsStillLookedAt() {
    Viewer lead = lead("bill", world.workshop.id());
    Subject about = matter();
    RemedyGrant grant = give(about, 5_000);
    move(about, world.workshop.id());
    assertThat(waits(grant)).isTrue();
    assertThat(backings.queue(lead, 1_000)).extracting(RemedyGrant::id).doesNotContain(grant.id());
    backings.back(grant.id(), "I would offer the repair too.", hanna);

    Subject other = matter();
    RemedyGrant hers = remedies.grant(other, pounds(20_000), "", hanna);
    long before = backings.count(lead);
    staff.leave(mira.id(), Actor.SYSTEM);
    move(other, world.workshop.id());
    assertThat(backings.queue(lead, 1_000)).extracting(RemedyGrant::id).contains(hers.id());
    assertThat(backings.count(lead)).isEqualTo(before + 1);
    assertThat(waits(hers)).isFalse();
    backings.back(hers.id(), null, lead);
    mira = manager("maud");
  }

  private boolean isSeenBy(Viewer viewer, RemedyGrant grant) {
    return suspicions.queue(viewer, 1_000).stream().anyMatch(s -> s.grant().id() == grant.id());
  }

  private RemedyGrant odd(String name, Viewer by, long team) {
    long customer = world.customer(name, name + ".whitlock@fernhill.example").id();
    staff.add(
        new NewPerson(name, name + ".whitlock@fernhill.example", Locale.UK, Fernhill.LONDON),
        Actor.SYSTEM);
    Subject about = matterOf(customer);
    move(about, team);
    return remedies.grant(about, pounds(100), "", by);
  }

  /** A pattern of the only one who oversees was seen by nobody; so was one of a retired team. */
  @Test
  void aPatternReachesSomebodyWhereverItWasGiven() {
    long team = staff.addTeam("Attic", null, Actor.SYSTEM).id();
    Viewer lead = lead("nell", team);
    RemedyGrant hers = odd("wendy", lead, team);
    assertThat(isSeenBy(lead, hers)).isFalse();
    assertThat(isSeenBy(world.admin, hers)).isTrue();
    Viewer bill = lead("bob", world.workshop.id());
    assertThat(isSeenBy(bill, hers)).as("an administrator is there").isFalse();

    sql.sql("update team set retired_at = :now where id = :id")
        .param("now", Sql.at(clock.instant()))
        .param("id", team)
        .update();
    assertThat(isSeenBy(world.admin, hers)).as("the team works no longer").isTrue();
    sql.sql("update role_grant set revoked_at = :now where team_id is null")
        .param("now", Sql.at(clock.instant()))
        .update();
    assertThat(isSeenBy(bill, hers)).as("nobody is nearer").isTrue();
    Suspicion seen =
        suspicions.queue(bill, 1_000).stream()
            .filter(s -> s.grant().id() == hers.id())
            .findFirst()
            .orElseThrow();
    assertThat(refused(() -> suspicions.clear(seen.id(), "Mine.", lead)).key())
        .isEqualTo("remedies.refusal.back-own");
    suspicions.clear(seen.id(), "It is a namesake.", bill);
    sql.sql("update role_grant set revoked_at = null where team_id is null and revoked_at = :now")
        .param("now", Sql.at(clock.instant()))
        .update();
    sql.sql("update team set retired_at = null where id = :id").param("id", team).update();
  }

  @Test
  void wordsWithoutAnEndComeBackAndNothingIsWritten() {
    String endless = "so ".repeat(700);
    RemedyGrant grant = give(matter(), 5_000);
    Subject about = matter();
    Map<String, ThrowingCallable> acts =
        Map.of(
            "reason",
            () -> remedies.grant(about, Wanted.of(refund.id(), gbp(100), endless), "", priya),
            "lesson",
            () -> backings.back(grant.id(), endless, hanna),
            "words",
            () -> arrivals.note(grant.id(), RemedyCheck.Result.WORKS, endless, priya.actor()),
            "name",
            () -> causes.keep("long", endless, Actor.SYSTEM),
            "means",
            () -> catalogue.add(worded("Long", endless), Actor.SYSTEM));
    acts.forEach((field, act) -> {
      Refusal refusal = refused(act);
      assertThat(refusal.key()).as(field).isEqualTo("remedies.refusal.long");
      assertThat(refusal.field()).isEqualTo(field);
    });
    assertThat(remedies.of(about)).isEmpty();
    assertThat(backings.of(grant.id())).isEmpty();
    assertThat(causes.all()).extracting(Causes.Cause::code).doesNotContain("long");
  }

  private NewRemedy worded(String name, String means) {
    NewRemedy plain = draft("long", Remedy.Kind.CREDIT, false, null, List.of());
    return new NewRemedy(
        plain.code(),
        plain.kind(),
        false,
        0,
        0,
        7,
        null,
        null,
        null,
        null,
        LONG_AGO,
        null,
        Map.of("en", new Remedy.Words(name, means, "")),
        List.of());
  }

  @Test
  void whatHappensInARestrictedMatterIsCountedForNobody() {
    Subject about = matter();
    RemedyGrant grant = give(about, 5_000);
    long before = backings.count(hanna);
    restrict(about);
    assertThat(waits(grant)).isFalse();
    assertThat(backings.count(hanna)).isEqualTo(before - 1);
    open(about);
    assertThat(waits(grant)).isTrue();
  }
}
