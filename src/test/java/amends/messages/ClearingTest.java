package amends.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import amends.customers.Channel;
import amends.customers.Choices;
import amends.customers.Customers;
import amends.customers.Need;
import amends.customers.Purpose;
import amends.customers.QuietHours;
import amends.customers.Stranger;
import amends.messages.Clearance.Goes;
import amends.messages.Clearance.Stays;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.testing.FakeRelay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What may be sent to whom, and when. */
class ClearingTest extends MailTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String NUMBER = "+447700900123";
  private static long next;

  @Autowired Clearing clearing;
  @Autowired Customers customers;
  @Autowired Choices choices;
  @Autowired Suppressions suppressions;
  @Autowired Troubles troubles;
  @Autowired NotSent notSent;

  private long ruth;
  private String address;

  @BeforeEach
  void ruth() {
    address = "ruth" + ++next + "@adeyemi.example";
    ruth =
        customers
            .meet(
                Stranger.person("Ruth Adeyemi", Channel.EMAIL, address, Locale.UK, LONDON),
                Actor.SYSTEM)
            .id();
  }

  private Outgoing to(Medium medium, Purpose purpose, Outgoing.Kind kind) {
    return new Outgoing(
        CASE,
        ruth,
        medium == Medium.EMAIL ? address : NUMBER + next,
        "Your jug",
        "It is on its way.",
        kind,
        Actor.person(1),
        brand,
        null,
        new Next.NothingMore(),
        medium,
        purpose,
        false,
        null);
  }

  private Clearance judged(Medium medium, Purpose purpose) {
    return clearing.of(to(medium, purpose, Outgoing.Kind.NOTICE));
  }

  private void at(String moment) {
    clock.set(Instant.parse(moment));
  }

  @Test
  void whatSellsNeedsAYes() {
    assertThat(judged(Medium.EMAIL, Purpose.MARKETING))
        .isEqualTo(new Stays("messages.not-sent.no-consent"));
    choices.say(ruth, Purpose.MARKETING, Channel.EMAIL, true, "page", Actor.customer(ruth));
    assertThat(judged(Medium.EMAIL, Purpose.MARKETING)).isInstanceOf(Goes.class);
    at("2026-05-12T10:00:00Z");
    assertThat(judged(Medium.SMS, Purpose.MARKETING))
        .isEqualTo(new Stays("messages.not-sent.no-consent"));
  }

  @Test
  void theLaterWordWinsWhetherItIsAboutOneChannelOrAll() {
    choices.say(ruth, Purpose.SERVICE, null, false, "told", Actor.customer(ruth));
    assertThat(judged(Medium.EMAIL, Purpose.SERVICE))
        .isEqualTo(new Stays("messages.not-sent.opted-out"));
    choices.say(ruth, Purpose.SERVICE, Channel.EMAIL, true, "page", Actor.customer(ruth));
    assertThat(judged(Medium.EMAIL, Purpose.SERVICE)).isInstanceOf(Goes.class);
  }

  @Test
  void wordsOfSafetyReachWhoeverOptedOutAtNightToo() {
    at("2026-05-12T23:30:00Z");
    choices.say(ruth, Purpose.SERVICE, null, false, "stop", Actor.customer(ruth));
    suppressions.suppress(Medium.SMS, NUMBER + next, "stop", Actor.customer(ruth));
    assertThat(judged(Medium.SMS, Purpose.SERVICE)).isInstanceOf(Stays.class);
    assertThat(judged(Medium.SMS, Purpose.SAFETY)).isEqualTo(new Goes(clock.instant(), null));
  }

  @Test
  void aSuppressedAddressIsKnownInAnySpelling() {
    suppressions.suppress(
        Medium.EMAIL, address.toUpperCase(Locale.ROOT), "complaint", Actor.SYSTEM);
    suppressions.suppress(Medium.EMAIL, address, "stop", Actor.SYSTEM);
    assertThat(judged(Medium.EMAIL, Purpose.SERVICE))
        .isEqualTo(new Stays("messages.not-sent.suppressed"));
    assertThat(suppressions.standing(Medium.EMAIL, address))
        .map(Suppressions.Suppression::reason)
        .contains("complaint");
    suppressions.lift(Medium.EMAIL, address, Actor.person(1));
    assertThat(judged(Medium.EMAIL, Purpose.SERVICE)).isInstanceOf(Goes.class);
    assertThat(count("suppression where encode(address_hash, 'escape') like '%adeyemi%'")).isZero();
  }

  @Test
  void whatRingsWaitsForTheMorningWhereTheyAre() {
    at("2026-05-12T20:30:00Z"); // 21:30 in London
    assertThat(judged(Medium.SMS, Purpose.SERVICE))
        .isEqualTo(new Goes(Instant.parse("2026-05-13T07:00:00Z"), "messages.waits.quiet"));
    assertThat(judged(Medium.EMAIL, Purpose.SERVICE)).isEqualTo(new Goes(clock.instant(), null));
    // The morning after the clocks went forward comes an hour earlier.
    at("2026-03-28T22:00:00Z");
    assertThat(judged(Medium.PHONE, Purpose.SERVICE))
        .isEqualTo(new Goes(Instant.parse("2026-03-29T07:00:00Z"), "messages.waits.quiet"));
  }

  @Test
  void theirOwnQuietHoursComeOnTopOfTheUsualOnes() {
    customers.quietHours(
        ruth, new QuietHours(LocalTime.of(7, 0), LocalTime.of(10, 0)), Actor.customer(ruth));
    at("2026-05-12T20:30:00Z");
    assertThat(judged(Medium.SMS, Purpose.SERVICE))
        .isEqualTo(new Goes(Instant.parse("2026-05-13T09:00:00Z"), "messages.waits.quiet"));
  }

  @Test
  void nobodyIsSoldMoreThanTwoThingsAWeek() {
    at("2026-05-12T10:00:00Z");
    choices.say(ruth, Purpose.MARKETING, null, true, "page", Actor.customer(ruth));
    for (int i = 0; i < 2; i++) {
      send(to(Medium.EMAIL, Purpose.MARKETING, Outgoing.Kind.NOTICE));
    }
    long third = send(to(Medium.EMAIL, Purpose.MARKETING, Outgoing.Kind.NOTICE));
    assertThat(messages.message(third).orElseThrow().notSent())
        .isEqualTo("messages.not-sent.too-often");
    clock.pass(Duration.ofDays(7).plusMinutes(1));
    assertThat(judged(Medium.EMAIL, Purpose.MARKETING)).isInstanceOf(Goes.class);
  }

  @Test
  void nobodyIsSoldAnythingWhileSomethingHasToBeDoneDifferentlyForThem() {
    at("2026-05-12T10:00:00Z");
    choices.say(ruth, Purpose.MARKETING, null, true, "page", Actor.customer(ruth));
    customers.need(
        ruth,
        Need.Driver.LIFE_EVENTS,
        "Write, do not call",
        "herself",
        clock.instant().plus(Duration.ofDays(30)),
        Actor.person(1));
    assertThat(judged(Medium.EMAIL, Purpose.MARKETING))
        .isEqualTo(new Stays("messages.not-sent.needs"));
    assertThat(judged(Medium.EMAIL, Purpose.SERVICE)).isInstanceOf(Goes.class);
  }

  @Test
  void aPersonWhoWritesHearsAtOnceAndAProgramsMessageIsKeptAsNotSent() {
    choices.say(ruth, Purpose.SERVICE, null, false, "told", Actor.customer(ruth));
    assertThatThrownBy(() -> send(to(Medium.EMAIL, Purpose.SERVICE, Outgoing.Kind.REPLY)))
        .isInstanceOf(Refusal.class)
        .hasMessage("messages.not-sent.opted-out");
    long id = send(to(Medium.EMAIL, Purpose.SERVICE, Outgoing.Kind.NOTICE));
    assertThat(messages.message(id).orElseThrow().notSent())
        .isEqualTo("messages.not-sent.opted-out");
    assertThat(count("delivery where message_id = " + id)).isZero();
  }

  @Test
  void whatIsToLeaveLaterWaitsForItsMoment() {
    Instant morning = clock.instant().plus(Duration.ofHours(14));
    send(to(Medium.EMAIL, Purpose.SERVICE, Outgoing.Kind.NOTICE).later(morning));
    sendAll();
    assertThat(relay.got()).isEmpty();
    clock.set(morning);
    sendAll();
    assertThat(relay.got()).hasSize(1);
  }

  @Test
  void whoeverWantsNoMoreWhileItWaitsGetsNoneOfItAndIsOwedAnAnswerInSomeOtherWay() {
    Instant morning = clock.instant().plus(Duration.ofHours(14));
    long id = send(to(Medium.EMAIL, Purpose.SERVICE, Outgoing.Kind.NOTICE).later(morning));
    long safe = send(to(Medium.EMAIL, Purpose.SAFETY, Outgoing.Kind.NOTICE).later(morning));
    choices.say(ruth, Purpose.SERVICE, null, false, "told", Actor.customer(ruth));
    clock.set(morning);
    sendAll();

    assertThat(relay.got()).as("words of safety still go").hasSize(1);
    assertThat(delivery(safe).acceptedAt()).isNotNull();
    Message kept = messages.message(id).orElseThrow();
    assertThat(kept.notSent()).isEqualTo("messages.not-sent.opted-out");
    assertThat(delivery(id).failedAt()).as("those above hear that it did not go").isNotNull();
    assertThat(notSent.newest(10))
        .extracting(NotSent.Kept::messageId, NotSent.Kept::reason)
        .contains(tuple(id, "messages.not-sent.opted-out"));
    choices.say(ruth, Purpose.SERVICE, null, true, "told", Actor.customer(ruth));
    clock.pass(Duration.ofDays(1));
    sendAll();
    assertThat(relay.got()).as("and it does not come late").hasSize(1);
  }

  @Test
  void whatSellsIsNotSaidAgainWhenNobodyKnowsWhetherItArrived() {
    at("2026-05-12T10:00:00Z");
    choices.say(ruth, Purpose.MARKETING, null, true, "page", Actor.customer(ruth));
    relay.mood(FakeRelay.Mood.TAKE_AND_DROP);
    long id = send(to(Medium.EMAIL, Purpose.MARKETING, Outgoing.Kind.NOTICE));
    for (int i = 0; i < 3; i++) {
      sendAll();
      clock.pass(Duration.ofHours(5));
    }

    assertThat(relay.got()).hasSize(1);
    assertThat(delivery(id).failedAt()).isNotNull();
    assertThat(delivery(id).reply()).as("and it is said to be unknown").contains("hung up");
  }

  @Test
  void anAddressThatIsSuppressedWhileItWaitsForTheServerIsNotTriedAgain() {
    relay.mood(FakeRelay.Mood.PUT_OFF_DATA);
    long id = send(to(Medium.EMAIL, Purpose.SERVICE, Outgoing.Kind.REPLY));
    clock.pass(Duration.ofMinutes(2));
    sendAll();
    suppressions.suppress(Medium.EMAIL, address, "complaint", Actor.SYSTEM);
    relay.mood(FakeRelay.Mood.TAKE);
    clock.pass(Duration.ofHours(1));
    sendAll();

    assertThat(relay.got()).isEmpty();
    assertThat(messages.message(id).orElseThrow().notSent())
        .isEqualTo("messages.not-sent.suppressed");
  }

  @Test
  void theWayThatTheyPreferComesFirstAndAShutOneSaysWhy() {
    customers.addContact(ruth, Channel.SMS, NUMBER + next, Actor.SYSTEM);
    long letter =
        customers.addContact(ruth, Channel.LETTER, next + " Mill Lane, Leeds", Actor.SYSTEM);
    customers.prefer(ruth, letter, Actor.customer(ruth));
    Ways ways = ways(Optional.of("messages.way.not-connected"));
    Ways.To to = new Ways.To(ruth, brand, CASE);

    assertThat(ways.first(to)).map(Way::medium).contains(Medium.LETTER);
    assertThat(ways.of(to))
        .extracting(Way::medium)
        .startsWith(Medium.LETTER, Medium.EMAIL, Medium.SMS);
    assertThat(ways.of(to))
        .filteredOn(w -> w.medium() == Medium.SMS)
        .extracting(Way::shut)
        .containsExactly("messages.way.not-connected");

    troubles.avoid(
        Medium.LETTER,
        null,
        "The post is on strike",
        clock.instant().plusSeconds(60),
        Actor.SYSTEM);
    assertThat(ways.first(to)).map(Way::medium).contains(Medium.EMAIL);
    clock.pass(Duration.ofMinutes(2));
    assertThat(ways.first(to)).map(Way::medium).contains(Medium.LETTER);
  }

  private Ways ways(Optional<String> sms) {
    return new Ways(
        List.of(
            new FakeOutlet(Medium.SMS, customers, sms),
            new FakeOutlet(Medium.EMAIL, customers, Optional.empty()),
            new FakeOutlet(Medium.LETTER, customers, Optional.empty())),
        customers,
        suppressions,
        troubles,
        clearing);
  }
}
