package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rules that are asked again when a colleague changes a case, and rules that catch everything. */
class RoutingAgainTest extends Telling {
  @Autowired RoutingRules rules;
  @Autowired Routing routing;
  @Autowired Fields fields;
  @Autowired FieldValues values;
  @Autowired Tags tags;
  @Autowired Harms harms;

  @AfterEach
  void noRuleIsLeft() {
    rules.all().forEach(rule -> rules.end(rule.id(), world.admin));
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

  private void working(String name, RoutingRule.When when, RoutingRule.Then then) {
    long id = kept(name, when, then);
    rules.tried(id, world.admin);
    rules.switchOn(id, world.admin);
  }

  private CaseFile.@Nullable Routed routed(Case matter) {
    List<CaseFile.Routed> all = context.getBean(CaseRecords.class).told(matter.id()).routed();
    return all.isEmpty() ? null : all.getFirst();
  }

  private static RoutingRule.When tagged(String tag) {
    return new RoutingRule.When(null, "", "", "", null, null, "", "", false, tag);
  }

  private long again(String name, RoutingRule.When when, RoutingRule.Then then) {
    long id = rules.keep(new RoutingRule(0, name, 0, when, then, false, false, true), world.admin);
    rules.tried(id, world.admin);
    rules.switchOn(id, world.admin);
    return id;
  }

  @Test
  void aRuleIsAskedAgainWhenAColleagueChangesACaseThatNobodyOwns() {
    again("Tagged oven", tagged("oven"), toWorkshop());
    Case lamp = ruthWrites("The lamp " + test, "Dark.");
    assertThat(lamp.teamId()).isEqualTo(world.home.id());

    tags.set(lamp.id(), List.of("oven"), world.priya);

    assertThat(now(lamp).teamId()).isEqualTo(world.workshop.id());
    assertThat(routed(lamp)).extracting(CaseFile.Routed::rule).isEqualTo("Tagged oven");
    assertThat(next(lamp).owner().team()).isEqualTo(world.workshop.id());
  }

  @Test
  void whatAPersonOwnsStaysAndSoDoesWhatColleaguesDidSince() {
    again("Tagged oven", tagged("oven"), toWorkshop());
    Case owned = ruthWrites("The owned lamp " + test, "Dark.");
    cases.handOver(owned.id(), "person:" + world.priya.id(), "Yours.", world.priya);
    tags.set(owned.id(), List.of("oven"), world.priya);
    assertThat(now(owned).ownerId()).isEqualTo(world.priya.id());
    assertThat(now(owned).teamId()).isEqualTo(world.home.id());

    Case back = ruthWrites("The lamp that comes back " + test, "Dark.");
    tags.set(back.id(), List.of("oven"), world.priya);
    cases.handOver(back.id(), "team:" + world.home.id(), "No oven.", world.admin);
    tags.set(back.id(), List.of("oven", "lamp"), world.priya);
    assertThat(now(back).teamId()).isEqualTo(world.home.id());
  }

  @Test
  void aRuleThatIsNotAskedAgainLeavesWhatIsChangedWhereItIs() {
    working("Once", tagged("oven"), toWorkshop());
    Case lamp = ruthWrites("The lamp once " + test, "Dark.");
    tags.set(lamp.id(), List.of("oven"), world.priya);
    assertThat(now(lamp).teamId()).isEqualTo(world.home.id());
  }

  @Test
  void aDetailOrHarmIsAChangeToo() {
    Field depot =
        fields.get(
            fields.keep(
                new Field(
                    0,
                    null,
                    null,
                    "",
                    "Depot " + test,
                    "",
                    Field.Kind.TEXT,
                    false,
                    0,
                    "",
                    List.of(),
                    false),
                world.admin));
    again(
        "Depot north",
        new RoutingRule.When(null, "", "", "", null, depot.id(), "north", "", false),
        toWorkshop());
    again("Harm", new RoutingRule.When(null, "", "", "", null, null, "", "", true), toWorkshop());
    Case lamp = ruthWrites("The lamp of a depot " + test, "Dark.");
    values.set(lamp.id(), Map.of(depot.input(), "North"), world.priya);
    assertThat(now(lamp).teamId()).isEqualTo(world.workshop.id());

    Case hurt = ruthWrites("The lamp that burnt " + test, "Ouch.");
    harms.report(
        hurt.id(), new Harm("It burnt her.", "A finger.", "", false), "Call", "See", world.priya);
    assertThat(now(hurt).teamId()).isEqualTo(world.workshop.id());
    fields.retire(depot.id(), world.admin);
  }

  @Test
  void aRuleThatNearlyEveryCaseMeetsIsRecognised() {
    long hello = kept("Hello", words("hello"), toWorkshop());
    long kiln = kept("Kiln", words("kiln"), toWorkshop());
    for (int i = 0; i < 200; i++) {
      matter("Hello " + i);
    }
    Map<Long, Routing.Share> shares = routing.shares(rules.all());
    assertThat(Objects.requireNonNull(shares.get(hello)).everything()).isTrue();
    assertThat(Objects.requireNonNull(shares.get(kiln)).everything()).isFalse();
  }

  @Test
  void aTagThatGetsAnotherNameIsStillTheRules() {
    long id = again("Tagged oven", tagged("oven"), toWorkshop());
    Case lamp = ruthWrites("The renamed lamp " + test, "Dark.");
    tags.set(lamp.id(), List.of("oven"), world.priya);
    long tag =
        tags.all().stream().filter(t -> t.name().equals("oven")).findFirst().orElseThrow().id();
    tags.rename(tag, "kiln", world.hanna);
    assertThat(rules.get(id).when().tag()).isEqualTo("kiln");
  }
}
