package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customers.Need;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.staff.Absence;
import amends.staff.Absences;
import amends.staff.Forbidden;
import amends.staff.Skills;
import amends.staff.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rules in their order send a new case to a team, to whoever can and may, or sooner. */
class RoutingTest extends Telling {
  private static final RoutingRule.When ANY =
      new RoutingRule.When(null, "", "", "", null, null, "", "", false);

  @Autowired RoutingRules rules;
  @Autowired Routing routing;
  @Autowired Skills skills;
  @Autowired Absences absences;
  @Autowired Fields fields;

  @AfterEach
  void noRuleIsLeft() {
    rules.all().forEach(rule -> rules.end(rule.id(), world.admin));
    for (Viewer who : List.of(world.priya, world.tom)) {
      skills.set(who.id(), List.of(), null, Actor.SYSTEM);
      absences.of(who.id()).forEach(a -> absences.end(a.id(), Actor.SYSTEM));
    }
  }

  private static RoutingRule.When words(String words) {
    return new RoutingRule.When(null, "", "", words, null, null, "", "", false);
  }

  private RoutingRule.Then toWorkshop() {
    return new RoutingRule.Then(world.workshop.id(), null, null);
  }

  private long kept(String name, RoutingRule.When when, RoutingRule.Then then) {
    return rules.keep(new RoutingRule(0, name, 0, when, then, false, false), world.admin);
  }

  private long working(String name, RoutingRule.When when, RoutingRule.Then then) {
    long id = kept(name, when, then);
    rules.tried(id, world.admin);
    rules.switchOn(id, world.admin);
    return id;
  }

  private long skill(String name) {
    return skills.all().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow().id();
  }

  private CaseFile.@Nullable Routed routed(Case matter) {
    List<CaseFile.Routed> all = context.getBean(CaseRecords.class).told(matter.id()).routed();
    return all.isEmpty() ? null : all.getFirst();
  }

  private static String refusal(Runnable act) {
    try {
      act.run();
      return "";
    } catch (Refusal refusal) {
      return refusal.key();
    }
  }

  @Test
  void theFirstRuleThatCatchesSendsItAndTheCaseSaysWhy() {
    working("Kilns", words("kiln, oven"), toWorkshop());
    working("Ovens of Ruth", words("ruth"), new RoutingRule.Then(null, null, 30));
    Case kiln = ruthWrites("My Kiln: cracked, says Ruth", "Broken.");
    assertThat(kiln.teamId()).isEqualTo(world.workshop.id());
    assertThat(kiln.ownerId()).isNull();
    assertThat(routed(kiln)).extracting(CaseFile.Routed::rule).isEqualTo("Kilns");
    assertThat(journal.history(kiln.asSubject())).anyMatch(e -> e.kind().equals("case.routed"));
    Case other = ruthWrites("A kilnman called", "Hello.");
    assertThat(other.teamId()).isEqualTo(world.home.id());
    assertThat(routed(other)).isNull();
  }

  @Test
  void aRuleMayAskForASoonerAnswerAndNeverALaterOne() {
    working("Urgent", words("urgent"), new RoutingRule.Then(null, null, 20));
    working("Slow", words("slow"), new RoutingRule.Then(null, null, 10_080));
    Case urgent = ruthWrites("Urgent: no water", "None.");
    assertThat(urgent.nextDueAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(20)));
    Case usual = ruthWrites("Nothing special", "None.");
    assertThat(ruthWrites("Slow delivery", "Late.").nextDueAt()).isEqualTo(usual.nextDueAt());
  }

  @Test
  void whoHasTheSkillAndTheLeastToDoGetsItUnlessAwayOrFull() {
    skills.set(world.priya.id(), List.of("glass"), null, Actor.SYSTEM);
    skills.set(world.tom.id(), List.of("glass"), null, Actor.SYSTEM);
    working("Glass", words("vase"), new RoutingRule.Then(null, skill("glass"), null));
    Case first = ruthWrites("The vase", "Broken.");
    long one = first.ownerId() == null ? 0 : first.ownerId();
    assertThat(one).isIn(world.priya.id(), world.tom.id());
    Case second = ruthWrites("Another vase", "Broken.");
    assertThat(second.ownerId()).isNotNull().isNotEqualTo(one);
    assertThat(next(second).owner().person()).isEqualTo(second.ownerId());

    absences.record(
        world.priya.id(),
        clock.instant(),
        clock.instant().plus(Duration.ofDays(1)),
        Absence.Kind.SUDDEN,
        world.priya.actor());
    for (int i = 0; i < 3; i++) {
      assertThat(ruthWrites("Vase " + i, "Broken.").ownerId()).isEqualTo(world.tom.id());
    }
    skills.set(world.tom.id(), List.of("glass"), 0, Actor.SYSTEM);
    Case full = ruthWrites("One vase more", "Broken.");
    assertThat(full.ownerId()).isNull();
    assertThat(routed(full)).extracting(CaseFile.Routed::why).isEqualTo("all_full");
    absences.record(
        world.tom.id(),
        clock.instant(),
        clock.instant().plus(Duration.ofDays(1)),
        Absence.Kind.SHIFT,
        world.tom.actor());
    assertThat(routed(ruthWrites("Vase again", "Broken.")))
        .extracting(CaseFile.Routed::why)
        .isEqualTo("nobody_there");
  }

  @Test
  void aRuleThatWouldCatchEverythingIsRefused() {
    assertThat(refusal(() -> kept("All", ANY, toWorkshop())))
        .isEqualTo("cases.routing.refuse.everything");
    RoutingRule.When onlyBrand =
        new RoutingRule.When(world.brand.id(), "", "", "", null, null, "", "", false);
    assertThat(refusal(() -> kept("The brand", onlyBrand, toWorkshop())))
        .isEqualTo("cases.routing.refuse.everything");
    assertThat(rules.all()).isEmpty();
  }

  @Test
  void aRuleThatCouldNeverWorkIsRefused() {
    assertThat(refusal(() -> kept("Dots", words("..., !"), toWorkshop())))
        .isEqualTo("cases.routing.refuse.words");
    RoutingRule.When gone = new RoutingRule.When(999L, "", "", "cup", null, null, "", "", false);
    assertThat(refusal(() -> kept("Gone", gone, toWorkshop())))
        .isEqualTo("cases.routing.refuse.brand");
    long size =
        fields.keep(
            new Field(
                0,
                null,
                null,
                "",
                "Size",
                "",
                Field.Kind.CHOICE,
                false,
                0,
                "",
                List.of("Small", "Large"),
                false),
            world.admin);
    RoutingRule.When huge = new RoutingRule.When(null, "", "", "", null, size, "Huge", "", false);
    assertThat(refusal(() -> kept("Huge", huge, toWorkshop())))
        .isEqualTo("cases.routing.refuse.value");
    kept("Cups", words("cup, mug"), toWorkshop());
    RoutingRule.When narrower =
        new RoutingRule.When(null, "de", "", "mug", null, null, "", "", false);
    assertThat(refusal(() -> kept("German mugs", narrower, toWorkshop())))
        .isEqualTo("cases.routing.refuse.starved");
    assertThat(refusal(() -> kept("Empty", words("bowl"), new RoutingRule.Then(null, null, null))))
        .isEqualTo("cases.routing.refuse.nothing");
    fields.retire(size, world.admin);
  }

  @Test
  void anOrderInWhichARuleCouldNeverWorkIsRefused() {
    RoutingRule.When narrow =
        new RoutingRule.When(null, "de", "", "mug", null, null, "", "", false);
    long first = kept("German mugs", narrow, toWorkshop());
    long second = kept("Mugs", words("mug"), toWorkshop());
    assertThat(refusal(() -> rules.move(second, true, world.admin)))
        .isEqualTo("cases.routing.refuse.starved");
    assertThat(rules.all()).extracting(RoutingRule::id).containsExactly(first, second);
    long third = kept("Plates", words("plate"), toWorkshop());
    rules.move(third, true, world.admin);
    assertThat(rules.all()).extracting(RoutingRule::id).containsExactly(first, third, second);
  }

  @Test
  void aRuleWorksOnlyOnceItWasTriedAsItStands() {
    long id = kept("Lamps", words("lamp"), toWorkshop());
    assertThat(refusal(() -> rules.switchOn(id, world.admin)))
        .isEqualTo("cases.routing.refuse.untried");
    rules.tried(id, world.admin);
    rules.switchOn(id, world.admin);
    assertThat(ruthWrites("A lamp", "Dark.").teamId()).isEqualTo(world.workshop.id());
    clock.pass(Duration.ofMinutes(1));
    rules.keep(
        new RoutingRule(id, "Lamps", 0, words("lamp, light"), toWorkshop(), false, false),
        world.admin);
    assertThat(rules.get(id)).matches(rule -> !rule.on() && !rule.tried());
    assertThat(ruthWrites("Another lamp", "Dark.").teamId()).isEqualTo(world.home.id());
    assertThatThrownBy(() -> rules.tried(id, world.hanna)).isInstanceOf(Forbidden.class);
  }

  @Test
  void everyConditionIsAskedOfACaseThatIsThereAndHandedOverByTheRules() {
    Field shelf =
        fields.get(
            fields.keep(
                new Field(
                    0,
                    null,
                    null,
                    "",
                    "Shelf",
                    "",
                    Field.Kind.NUMBER,
                    false,
                    0,
                    "",
                    List.of(),
                    false),
                world.admin));
    RoutingRule.When when =
        new RoutingRule.When(
            world.brand.id(), "en", "phone", "shelf", null, shelf.id(), "10..20", "health", false);
    Case matter = matter("A shelf");
    RoutingFacts none = routing.facts(matter, clock.instant());
    assertThat(RoutingLogic.misses(when, none)).contains("field");
    context.getBean(FieldValues.class).set(matter.id(), Map.of(shelf.input(), "12"), world.priya);
    assertThat(RoutingLogic.misses(when, routing.facts(matter, clock.instant()))).contains("need");
    customers.need(
        matter.customerId(),
        Need.Driver.HEALTH,
        "Call, do not write.",
        "herself",
        clock.instant().plus(Duration.ofDays(30)),
        Actor.SYSTEM);
    assertThat(RoutingLogic.misses(when, routing.facts(matter, clock.instant()))).isEmpty();
    assertThat(refusal(() -> cases.handOver(matter.id(), "rules:0", "Please.", world.priya)))
        .isEqualTo("cases.routing.refuse.none");
    working("Shelves", when, toWorkshop());
    cases.handOver(matter.id(), "rules:0", "Please.", world.priya);
    assertThat(now(matter).teamId()).isEqualTo(world.workshop.id());
    assertThat(routed(matter)).extracting(CaseFile.Routed::rule).isEqualTo("Shelves");
    fields.retire(shelf.id(), world.admin);
  }

  @Test
  void eachConditionThatIsNotSoIsNamed() {
    RoutingFacts facts =
        new RoutingFacts(1, "en", "email", "The cupboard", Set.of(7L), Map.of(), Set.of(), false);
    assertThat(RoutingLogic.misses(words("cup"), facts)).contains("words");
    assertThat(RoutingLogic.misses(words("cupboard"), facts)).isEmpty();
    assertThat(
            RoutingLogic.misses(
                new RoutingRule.When(null, "", "", "", 8L, null, "", "", false), facts))
        .contains("product");
    assertThat(
            RoutingLogic.misses(
                new RoutingRule.When(null, "", "", "", 7L, null, "", "any", false), facts))
        .contains("need");
    assertThat(
            RoutingLogic.misses(
                new RoutingRule.When(null, "", "sms", "", null, null, "", "", false), facts))
        .contains("channel");
    assertThat(
            RoutingLogic.misses(
                new RoutingRule.When(null, "", "", "", null, null, "", "", true), facts))
        .contains("harm");
  }
}
