package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.shared.Actor;
import amends.shared.Duty;
import amends.shared.Refusal;
import amends.staff.Forbidden;
import amends.staff.Grant;
import amends.staff.Permits;
import amends.staff.Role;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Fields that the house gives to its cases: typed, per brand and team, never lost. */
class FieldsTest extends Telling {
  @Autowired Fields fields;
  @Autowired FieldValues values;
  @Autowired Queue queue;
  @Autowired Permits permits;
  @Autowired SavedViews views;
  @Autowired Search search;
  @Autowired PastMatters past;
  @Autowired List<Duty> duties;

  private Field batch;
  private Field weight;
  private Field bought;
  private Field material;
  private Field photo;

  @BeforeAll
  void fieldsOfTheHouse() {
    batch = field("Batch", Field.Kind.TEXT, List.of());
    weight = field("Weight in kg", Field.Kind.NUMBER, List.of());
    bought = field("Bought on", Field.Kind.DATE, List.of());
    material = field("Material", Field.Kind.CHOICE, List.of("Glass", "China"));
    photo = field("Photograph", Field.Kind.YES_NO, List.of());
  }

  private Field field(String name, Field.Kind kind, List<String> choices) {
    return fields.get(fields.keep(fresh(name, kind, choices, null, false), world.admin));
  }

  private static Field fresh(
      String name, Field.Kind kind, List<String> choices, @Nullable Long team, boolean required) {
    return new Field(0, null, team, "", name, "", kind, required, 0, "", choices, false);
  }

  private void fill(Case matter, Field field, String typed) {
    values.set(matter.id(), Map.of(field.input(), typed), world.priya);
  }

  private String stands(Case matter, Field field) {
    return values.of(matter).stream()
        .filter(v -> v.field().id() == field.id())
        .map(FieldValue::value)
        .findFirst()
        .orElse("(none)");
  }

  @Test
  void everyKindIsReadAsItsOwnAndKeptWithoutWhatSaysNothing() {
    Case jug = matter("typed");
    fill(jug, batch, "  L-204  ");
    fill(jug, weight, "+12.500");
    fill(jug, bought, "2026-05-02");
    fill(jug, material, "glass");
    fill(jug, photo, "no");
    assertThat(values.of(jug))
        .extracting(FieldValue::value)
        .contains("L-204", "12.5", "2026-05-02", "Glass", "no");
    fill(jug, weight, "");
    assertThat(stands(jug, weight)).isEmpty();
    assertThat(stands(jug, batch)).isEqualTo("L-204");
  }

  @Test
  void whatIsNotOfTheKindIsRefusedWithTheFieldAndTheMend() {
    Case jug = matter("refused");
    assertThat(refusal(() -> fill(jug, weight, "1,5"))).isEqualTo("cases.field.refuse.number");
    assertThat(refusal(() -> fill(jug, weight, "1e9"))).isEqualTo("cases.field.refuse.number");
    assertThat(refusal(() -> fill(jug, bought, "2 May"))).isEqualTo("cases.field.refuse.date");
    assertThat(refusal(() -> fill(jug, bought, "2026-02-30"))).isEqualTo("cases.field.refuse.date");
    assertThat(refusal(() -> fill(jug, material, "Wood"))).isEqualTo("cases.field.refuse.choice");
    assertThat(refusal(() -> fill(jug, photo, "maybe"))).isEqualTo("cases.field.refuse.yes_no");
    assertThat(refusal(() -> fill(jug, batch, "x".repeat(2_001))))
        .isEqualTo("cases.field.refuse.text");
    assertThat(values.of(jug)).allMatch(FieldValue::empty);
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
  void aFieldAskedNoLongerKeepsItsValuesAndAChoiceOfferedNoLongerStays() {
    Field colour = field("Colour", Field.Kind.CHOICE, List.of("Red", "Blue"));
    Case jug = matter("retired");
    Case other = matter("not filled");
    fill(jug, colour, "Red");
    fields.keep(
        new Field(
            colour.id(),
            null,
            null,
            "",
            "Colour",
            "",
            Field.Kind.TEXT,
            false,
            0,
            "",
            List.of("Blue", "Green"),
            false),
        world.admin);
    assertThat(fields.get(colour.id()).kind()).isEqualTo(Field.Kind.CHOICE);
    assertThat(stands(jug, colour)).isEqualTo("Red");
    fill(jug, colour, "Red");
    assertThat(refusal(() -> fill(other, colour, "Red"))).isEqualTo("cases.field.refuse.choice");
    fields.retire(colour.id(), world.admin);
    assertThat(stands(jug, colour)).isEqualTo("Red");
    assertThat(stands(other, colour)).isEqualTo("(none)");
    fields.bringBack(colour.id(), world.admin);
    assertThat(stands(other, colour)).isEmpty();
    fields.retire(colour.id(), world.admin);
  }

  @Test
  void aFieldOfATeamIsAskedThereAloneAndOnlyWhoArrangesItMayChangeIt() {
    Viewer lead = world.hanna;
    assertThatThrownBy(
            () -> fields.keep(fresh("Bench", Field.Kind.TEXT, List.of(), null, false), lead))
        .isInstanceOf(Forbidden.class);
    staff.grant(world.sam.id(), Grant.inTeam(Role.MANAGER, world.workshop.id()), Actor.SYSTEM);
    Viewer sam = staff.viewer(world.sam.id()).orElseThrow();
    assertThatThrownBy(
            () -> fields.keep(fresh("Bench", Field.Kind.TEXT, List.of(), null, false), sam))
        .isInstanceOf(Forbidden.class);
    long id =
        fields.keep(fresh("Bench", Field.Kind.TEXT, List.of(), world.workshop.id(), false), sam);
    assertThat(stands(matter("at home"), fields.get(id))).isEqualTo("(none)");
    assertThatThrownBy(() -> fields.retire(batch.id(), sam)).isInstanceOf(Forbidden.class);
    fields.retire(id, sam);
  }

  @Test
  void namesAreToldApartAndAChoiceNeedsSomethingToChoose() {
    assertThat(refusal(() -> field("batch", Field.Kind.TEXT, List.of())))
        .isEqualTo("cases.field.refuse.taken");
    assertThat(refusal(() -> field("Size", Field.Kind.CHOICE, List.of("One", "one "))))
        .isEqualTo("cases.field.refuse.choices");
    assertThat(refusal(() -> field(" ", Field.Kind.TEXT, List.of())))
        .isEqualTo("cases.field.refuse.name");
    assertThat(weight.key()).isEqualTo("weight_in_kg");
  }

  @Test
  void aCaseIsNotSettledBeforeWhatIsNeededStandsThere() {
    long id = fields.keep(fresh("Depot", Field.Kind.TEXT, List.of(), null, true), world.admin);
    Case jug = matter("needs a depot");
    Settling right =
        new Settling(
            Outcome.MADE_RIGHT,
            "Sent a new one.",
            null,
            null,
            null,
            null,
            clock.instant().plusSeconds(86_400),
            null);
    assertThat(refusal(() -> cases.settle(jug.id(), right, world.priya)))
        .isEqualTo("cases.field.refuse.required");
    values.set(jug.id(), Map.of("field_" + id, "North"), world.priya);
    cases.settle(jug.id(), right, world.priya);
    assertThat(cases.see(jug.id(), world.priya).settled()).isTrue();
    fields.retire(id, world.admin);
  }

  private List<Long> shown(Field field, String value) {
    Filter filter = new Filter("", null, null, "", "", "", "", "", "", field.id(), value);
    Queue.Look look =
        new Queue.Look(
            Queue.View.ALL, world.priya, permits.visible(world.priya), clock.instant(), filter);
    return queue.part(look, Queue.Part.RUNNING, 50).stream().map(Queue.Row::id).toList();
  }

  @Test
  void theQueueIsFilteredByAnyKindAndASavedViewKeepsIt() {
    Case jug = matter("filtered");
    fill(jug, batch, "FL-77");
    fill(jug, weight, "31.25");
    fill(jug, bought, "2025-03-04");
    fill(jug, material, "China");
    fill(jug, photo, "yes");
    assertThat(shown(batch, "fl-7")).containsExactly(jug.id());
    assertThat(shown(batch, "100%")).isEmpty();
    assertThat(shown(weight, "31.25")).containsExactly(jug.id());
    assertThat(shown(weight, "31..32")).containsExactly(jug.id());
    assertThat(shown(weight, "32..33")).isEmpty();
    assertThat(shown(bought, "2025-03-01..2025-03-31")).containsExactly(jug.id());
    assertThat(shown(material, "china")).containsExactly(jug.id());
    assertThat(shown(photo, "yes")).containsExactly(jug.id());
    assertThat(shown(weight, "")).contains(jug.id());
    Filter filter = new Filter("", null, null, "", "", "", "", "", "", batch.id(), "FL-77");
    long view = views.save("Of the batch", null, filter, world.priya);
    assertThat(views.get(view, world.priya).filter()).isEqualTo(filter);
  }

  @Test
  void whatIsWrittenOrChosenIsFound() {
    Case jug = matter("searched");
    fill(jug, batch, "Quetzalcoatl");
    duties.stream().filter(d -> d.name().equals("search words")).forEach(Duty::perform);
    assertThat(search.find("quetzalcoatl", permits.visible(world.priya), 10).nothing()).isFalse();
    fill(jug, batch, "");
    duties.stream().filter(d -> d.name().equals("search words")).forEach(Duty::perform);
    assertThat(search.find("quetzalcoatl", permits.visible(world.priya), 10).nothing()).isTrue();
  }

  @Test
  void anotherHelpDesksFieldsAreTakenWhereTheyFitAndAreLeftOutElse() {
    fields.keep(
        new Field(
            batch.id(),
            null,
            null,
            "",
            "Batch",
            "",
            Field.Kind.TEXT,
            false,
            0,
            "360001, cf_lot",
            List.of(),
            false),
        world.admin);
    PastMatter ticket =
        new PastMatter(
            "zendesk",
            "77",
            "77",
            "open",
            world.brand.id(),
            world.home.id(),
            null,
            world.ruth().id(),
            "email",
            "Brought",
            "",
            null,
            clock.instant(),
            null,
            List.of(),
            Map.of(
                "360001", "L-9",
                "Bought on", "2026-01-05T00:00:00Z",
                "photograph", "true",
                "weight_in_kg", "heavy",
                "unknown", "x"));
    Case brought = cases.see(past.bring(List.of(ticket), Actor.OPERATOR).getFirst(), world.priya);
    assertThat(stands(brought, batch)).isEqualTo("L-9");
    assertThat(stands(brought, bought)).isEqualTo("2026-01-05");
    assertThat(stands(brought, photo)).isEqualTo("yes");
    assertThat(stands(brought, weight)).isEmpty();
  }

  @Test
  void theTimelineTellsThatDetailsWereChangedOnceForEachChange() {
    Case jug = matter("told");
    Instant before = clock.instant();
    fill(jug, batch, "L-1");
    fill(jug, batch, "L-1");
    assertThat(before).isEqualTo(clock.instant());
    assertThat(journal.history(jug.asSubject()))
        .filteredOn(e -> e.kind().equals("case.fields_set"))
        .hasSize(1);
  }
}
