package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.cases.Macro.Said;
import amends.cases.Macro.Then;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.staff.Forbidden;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Kept words fill a form; nothing is sent by them. */
class MacrosTest extends Telling {
  private static final Then NOTHING = new Then("", "", "", "", "", "");

  @Autowired Macros macros;

  private Macro macro(String name, @Nullable Long team, Map<String, Said> words, Then then) {
    long id = macros.save(new Macro(0, name, team, words, then, Macro.Used.NEVER), world.hanna);
    return macros.get(id);
  }

  private Map<String, String> insert(Macro macro, Case matter, Map<String, String> typed) {
    return macros.insert(
        macro.id(), matter, customers.customer(matter.customerId()), typed, world.priya);
  }

  @Test
  void wordsComeInTheCustomersLanguageElseInTheBrands() {
    Case matter = ruthWrites("A templated jug", "Broken.");
    Macro both =
        macro(
            "Both",
            null,
            Map.of(
                "de", new Said("Guten Tag {first_name}", ""),
                "en", new Said("Dear {first_name}, about {case_number}: {me}, {brand}", "")),
            NOTHING);
    assertThat(insert(both, matter, Map.of()).get("text"))
        .isEqualTo("Dear Ruth, about " + matter.id() + ": Priya Nair, Fernhill");
    Macro german = macro("German", null, Map.of("de", new Said("Guten Tag", "")), NOTHING);
    assertThat(insert(german, matter, Map.of("text", "Hello.\n")).get("text"))
        .isEqualTo("Hello.\n\nGuten Tag");
  }

  @Test
  void aMacroFillsWhatIsEmptyAndLeavesWhatWasTyped() {
    Case matter = ruthWrites("A macro jug", "Broken.");
    Then then =
        new Then(
            "in 2 hours",
            "glass",
            "team:" + world.workshop.id(),
            "supplier",
            "a new jug",
            "in 3 days");
    Macro macro =
        macro("A new one", null, Map.of("en", new Said("By {next_moment}.", "We send it")), then);
    Map<String, String> filled =
        insert(macro, matter, Map.of("text", "", "next", "I call", "by", "", "also_tags", "late"));
    assertThat(filled)
        .containsEntry("next", "I call")
        .containsEntry("also_tags", "glass, late")
        .containsEntry("also_owner", "team:" + world.workshop.id())
        .containsEntry("also_whom", "supplier")
        .containsEntry("also_words", "a new jug")
        .containsEntry("also_look", "in 3 days");
    assertThat(filled.get("by"))
        .as("what the words name does not move on until they are sent")
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
    assertThat(filled.get("text"))
        .contains(String.valueOf(filled.get("by")).substring(11))
        .doesNotContain("{");
    assertThat(messages.about(matter.asSubject())).as("nothing was sent").hasSize(2);
    assertThat(insert(macro, matter, Map.of("nothing_more", "yes")))
        .doesNotContainEntry("by", "in 2 hours");
  }

  @Test
  void itsUseIsCountedByDayAndForgottenAfterThirty() {
    Case matter = ruthWrites("A counted jug", "Broken.");
    Macro macro = macro("Counted", null, Map.of("en", new Said("Yes.", "")), NOTHING);
    assertThat(macro.used()).isEqualTo(Macro.Used.NEVER);
    insert(macro, matter, Map.of());
    insert(macro, matter, Map.of());
    assertThat(macros.get(macro.id()).used()).isEqualTo(new Macro.Used(2, clock.instant()));
    clock.pass(Duration.ofDays(31));
    assertThat(macros.get(macro.id()).used().lately()).isZero();
  }

  @Test
  void aTeamsMacroIsForItsCasesAndItsPeople() {
    Case matter = ruthWrites("A team jug", "Broken.");
    Macro workshop =
        macro("Workshop’s", world.workshop.id(), Map.of("en", new Said("Mended.", "")), NOTHING);
    assertThat(macros.named(matter, world.priya))
        .extracting(Macros.Named::id)
        .doesNotContain(workshop.id());
    assertThat(macros.named(matter, world.sam))
        .extracting(Macros.Named::id)
        .contains(workshop.id());
    assertThatThrownBy(() -> insert(workshop, matter, Map.of())).isInstanceOf(Refusal.class);
  }

  @Test
  void leadsKeepThemAndEndThem() {
    Map<String, Said> words = Map.of("en", new Said("Hello {nickname}", ""));
    Macro draft = new Macro(0, "Unknown", null, words, NOTHING, Macro.Used.NEVER);
    assertThatThrownBy(() -> macros.save(draft, world.priya)).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> macros.save(draft, world.hanna)).hasMessage("cases.refusal.variable");
    Macro kept = macro("Kept", null, Map.of("en", new Said("Hello", "")), NOTHING);
    assertThatThrownBy(() -> macro("kept", null, kept.words(), NOTHING))
        .hasMessage("cases.refusal.macro-name-taken");
    assertThatThrownBy(
            () -> macro("Late", null, kept.words(), new Then("yesterday", "", "", "", "", "")))
        .isInstanceOf(Refusal.class);
    Macro renamed = new Macro(kept.id(), "Kept on", null, kept.words(), NOTHING, kept.used());
    macros.save(renamed, world.hanna);
    assertThat(macros.get(kept.id()).name()).isEqualTo("Kept on");
    macros.end(kept.id(), world.hanna);
    assertThatThrownBy(() -> macros.get(kept.id())).isInstanceOf(NotFound.class);
  }
}
