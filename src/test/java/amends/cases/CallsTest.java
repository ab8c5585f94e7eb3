package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Stranger;
import amends.promises.Promise;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.testing.Fernhill;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A call is one act; its confirmation says again what was promised and promises nothing new. */
class CallsTest extends Telling {
  @Autowired Calls calls;
  @Autowired CallDrafts callDrafts;
  @Autowired Drafts drafts;
  @Autowired Replies replies;
  @Autowired TakeBacks takeBacks;
  @Autowired Once once;

  private Instant tomorrow() {
    return clock.instant().plus(Duration.ofHours(20)).truncatedTo(ChronoUnit.MINUTES);
  }

  private Heard heard(Instant by) {
    return new Heard(
        "The jug came broken again.",
        "A new jug, and a word when it leaves.",
        4,
        promising("", "We tell you when the jug leaves", by));
  }

  private NewCase phoned(Customer customer, Instant by) {
    return new NewCase(
        world.brand.id(),
        world.home.id(),
        world.priya.id(),
        customer.id(),
        "phone",
        "Broken jug",
        "The jug came broken again.",
        null,
        null,
        null,
        true,
        Promise.Kind.CONTACT,
        "We tell you when the jug leaves",
        by,
        world.priya.actor());
  }

  private List<Promise> promised(long id) {
    return promises.about(Case.subject(id));
  }

  @Test
  void aCallOpensACaseWithTheStatementTheCallThePromiseAndTheConfirmation() {
    Instant by = tomorrow();
    Customer ruth = world.customer("Ruth Adeyemi", "call-" + test + "@adeyemi.example");

    Calls.Taken taken = calls.open(phoned(ruth, by), heard(by), world.priya);

    Case matter = rows.get(taken.caseId());
    assertThat(taken.confirms()).isTrue();
    assertThat(matter.customerKnowsAt()).isNotNull();
    assertThat(promised(matter.id())).hasSize(1);
    assertThat(matter.nextDueAt()).isEqualTo(by);
    Drafts.Kept draft = Objects.requireNonNull(drafts.of(matter.id(), world.priya).get("reply"));
    assertThat(draft.fields().get("text")).contains("Ruth Adeyemi").contains("A new jug");
    assertThat(draft.fields().get("next")).isEqualTo("We tell you when the jug leaves");
  }

  @Test
  void sendingTheConfirmationPromisesNothingTwiceAndTakingItBackReleasesNothing() {
    Instant by = tomorrow();
    Customer ruth = world.customer("Ruth Adeyemi", "call-" + test + "@adeyemi.example");
    long id = calls.open(phoned(ruth, by), heard(by), world.priya).caseId();
    Map<String, String> fields =
        Objects.requireNonNull(drafts.of(id, world.priya).get("reply")).fields();
    assertThat(fields.get("by"))
        .isEqualTo(
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(by.atZone(Fernhill.LONDON)));
    Draft confirmation =
        promising(String.valueOf(fields.get("text")), String.valueOf(fields.get("next")), by);

    replies.reply(id, new Replies.Written(confirmation, fields, 0, 1), world.priya);

    assertThat(promised(id)).hasSize(1).allMatch(Promise::owed);
    assertThat(promised(id).getFirst().evidence()).isNull();
    takeBacks
        .open(id, world.priya)
        .ifPresent(open -> takeBacks.takeBack(id, open.messageId(), world.priya));
    assertThat(promised(id)).hasSize(1).allMatch(Promise::owed);
  }

  @Test
  void aCallAboutAnOpenCaseKeepsWhatAWordKeepsAndPromisesAnew() {
    Case matter = ruthWrites("A wet parcel", "Soaked.");
    Instant by = tomorrow();

    calls.about(matter.id(), heard(by), world.priya);

    assertThat(now(matter).ownerId()).isEqualTo(world.priya.id());
    assertThat(now(matter).nextDueAt()).isEqualTo(by);
    assertThat(promised(matter.id()))
        .anyMatch(p -> p.kind() == Promise.Kind.ANSWER && p.moments().keptAt() != null);
    assertThat(calls.words(matter.id(), world.priya).orElseThrow())
        .contains("A new jug")
        .contains("We tell you when the jug leaves");
  }

  @Test
  void aCallOfTheirsKeepsNoWordThatWePromisedThem() {
    Case matter = matter("A cold kettle");
    Promise toRing = next(matter);
    Instant by = tomorrow();

    assertThatThrownBy(
            () -> calls.about(matter.id(), new Heard("Well?", "", 1, nothingMore("")), world.priya))
        .hasMessage("cases.refusal.still-promised");
    Calls.Taken taken = calls.about(matter.id(), heard(by), world.priya);

    assertThat(promises.promise(toRing.id()).owed()).isTrue();
    assertThat(next(matter).id()).as("the earlier word comes first").isEqualTo(toRing.id());
    assertThat(taken.confirms()).isTrue();
    cases.reply(
        matter.id(), promising("As we said.", "We tell you when the jug leaves", by), world.priya);
    post.deliver();
    assertThat(promises.promise(toRing.id()).owed())
        .as("nor does the confirmation of that call")
        .isTrue();
    clock.pass(Duration.ofHours(6));
    ring();
    calls.about(matter.id(), heard(by), world.priya);
    assertThat(promises.promise(toRing.id()).moments().madeGoodAt()).isNull();
  }

  @Test
  void aCallOfTheirsKeepsWhatWhoeverTookItSaysThatItSettled() {
    Case matter = matter("A warm kettle");
    Promise toRing = next(matter);
    Case other = matter("Another kettle");
    Draft settles = nothingMore("").settling(Set.of(toRing.id()));

    assertThatThrownBy(
            () -> calls.about(other.id(), new Heard("It works.", "", 1, settles), world.priya))
        .hasMessage("cases.refusal.settles-other");
    calls.about(matter.id(), new Heard("It works.", "", 1, settles), world.priya);

    assertThat(promises.promise(toRing.id()).moments().keptAt()).isNotNull();
    assertThat(next(matter).kind()).isEqualTo(Promise.Kind.LOOK);
  }

  @Test
  void whoHasNoEmailIsReadTheWordsAndNothingIsPrepared() {
    Customer maud =
        customers.meet(
            Stranger.person(
                "Maud", Channel.PHONE, "+44 20 7946 0" + (100 + test), Locale.UK, Fernhill.LONDON),
            Actor.SYSTEM);
    Instant by = tomorrow();

    Calls.Taken taken = calls.open(phoned(maud, by), heard(by), world.priya);

    assertThat(taken.confirms()).isFalse();
    assertThat(drafts.of(taken.caseId(), world.priya)).isEmpty();
  }

  @Test
  void nothingIsWrittenDownWhenThePromiseIsMissing() {
    Case matter = ruthWrites("A dry parcel", "Dry.");

    assertThatThrownBy(() ->
            calls.about(
                matter.id(),
                new Heard("Words", "", null, new Draft("", " ", tomorrow(), false)),
                world.priya))
        .isInstanceOf(Refusal.class);
    assertThat(
            sql.sql("select count(*) from call where case_id = :id")
                .param("id", matter.id())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void aDraftOfACallOutlivesTheSessionAndIsNotKeptAgainOnceItWasSent() {
    String token = once.token();
    callDrafts.save(Map.of("text", "It hums", "once", token), world.tom);
    assertThat(callDrafts.of(world.tom).orElseThrow().fields().get("text")).isEqualTo("It hums");

    once.run(token, world.tom, () -> callDrafts.forget(world.tom));
    callDrafts.save(Map.of("text", "It hums", "once", token), world.tom);

    assertThat(callDrafts.of(world.tom)).isEmpty();
  }
}
