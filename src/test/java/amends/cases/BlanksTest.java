package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.cases.Macro.Said;
import amends.cases.Macro.Then;
import amends.cases.MacroPreviews.Shown;
import amends.messages.Medium;
import amends.shared.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What kept words ask for: filled in as what it is, or nothing leaves. */
class BlanksTest extends Telling {
  private static final Then NOTHING = new Then("", "", "", "", "", "");

  @Autowired Macros macros;
  @Autowired MacroPreviews previews;

  private Macro macro(String name, Map<String, Said> words) {
    long id = macros.save(new Macro(0, name, null, words, NOTHING, Macro.Used.NEVER), world.hanna);
    return macros.get(id);
  }

  private Map<String, String> insert(Macro macro, Case matter, Map<String, String> typed) {
    return macros.insert(
        macro.id(), matter, customers.customer(matter.customerId()), typed, world.priya);
  }

  private static String told(Blank.Kind kind, String typed, Locale locale) {
    return new Blank("it", kind).told(typed, locale);
  }

  @Test
  void eachIsToldAsWhatItIsInTheCustomersLanguage() {
    Case matter = ruthWrites("A jug to refund", "Broken.");
    Macro macro =
        macro(
            "Refund",
            Map.of(
                "en",
                new Said(
                    "Dear {first_name}, {refund: money} for {order: number} by {paid: moment}:\n{parts: list}\n{form: link}",
                    "We pay {refund: money}")));
    Map<String, String> typed = new HashMap<>();
    typed.put("var_refund", "25 GBP");
    typed.put("var_order", "FH-1042");
    typed.put("var_paid", "tomorrow 12:00");
    typed.put("var_parts", "the jug; its lid");
    typed.put("var_form", "https://fernhill.example/form?a=1");
    Map<String, String> filled = insert(macro, matter, typed);
    assertThat(filled.get("text"))
        .startsWith("Dear Ruth, £25.00 for FH-1042 by ")
        .contains("12:00 (", "• the jug\n• its lid\nhttps://fernhill.example/form?a=1");
    assertThat(filled).containsEntry("next", "We pay £25.00");
  }

  @Test
  void whatIsNotFilledInIsAskedForAndNothingIsInserted() {
    Case matter = ruthWrites("A jug with blanks", "Broken.");
    Macro macro = macro("Blank", Map.of("en", new Said("You get {refund: money}.", "")));
    assertThat(
            macros.blanks(macro.id(), matter, customers.customer(matter.customerId()), world.priya))
        .extracting(Blank::field, b -> b.kind().code())
        .containsExactly(org.assertj.core.groups.Tuple.tuple("var_refund", "money"));
    assertThatThrownBy(() -> insert(macro, matter, Map.of("text", "")))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.field()).isEqualTo("macro"));
    assertThatThrownBy(() -> insert(macro, matter, Map.of("var_refund", "a lot")))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.field()).isEqualTo("var_refund"));
    assertThat(macros.get(macro.id()).used().lately()).as("not used").isZero();
  }

  @Test
  void moneyNeedsItsCurrencyAndAsManyDigitsAsThatHas() {
    assertThat(told(Blank.Kind.MONEY, "£20", Locale.UK)).isEqualTo("£20.00");
    assertThat(told(Blank.Kind.MONEY, "19,90 eur", Locale.GERMANY)).isEqualTo("19,90\u00a0€");
    assertThat(told(Blank.Kind.MONEY, "JPY 500", Locale.UK)).contains("500").doesNotContain(".");
    for (String wrong : List.of("20", "20 XXQ", "EUR 20 EUR", "1.999 GBP", "500.5 JPY", "-3 GBP")) {
      assertThatThrownBy(() -> told(Blank.Kind.MONEY, wrong, Locale.UK))
          .as(wrong)
          .hasMessage("cases.refusal.blank.money");
    }
  }

  @Test
  void aLinkIsOneOfTheWebAndANumberHasNoSpaces() {
    assertThat(told(Blank.Kind.LINK, " https://fernhill.example/a ", Locale.UK))
        .isEqualTo("https://fernhill.example/a");
    for (String wrong :
        List.of("http://a.example", "https://me@a.example", "javascript:x", "https:// a", "")) {
      assertThatThrownBy(() -> told(Blank.Kind.LINK, wrong, Locale.UK))
          .as(wrong)
          .isInstanceOf(Refusal.class);
    }
    assertThatThrownBy(() -> told(Blank.Kind.NUMBER, "a b", Locale.UK)).isInstanceOf(Refusal.class);
  }

  @Test
  void nothingLeavesWithABlankInIt() {
    Case matter = ruthWrites("A jug for nobody", "Broken.");
    for (String words :
        List.of("Dear {first_name},", "You get {refund: money}.", "{case_number}")) {
      assertThatThrownBy(
              () -> cases.reply(matter.id(), new Draft(words, null, null, true), world.priya))
          .as(words)
          .hasMessage("cases.refusal.blank-left");
    }
    cases.reply(matter.id(), new Draft("Set {a, b} has two.", null, null, true), world.priya);
  }

  @Test
  void whatAValueHoldsIsNeverReadAsABlank() {
    Case matter = ruthWrites("A jug of brackets", "Broken.");
    Macro macro = macro("Nested", Map.of("en", new Said("{a: name} and {b: name}", "")));
    assertThat(insert(macro, matter, Map.of("var_a", "{b: name}", "var_b", "x")).get("text"))
        .isEqualTo("{b: name} and x");
  }

  @Test
  void aPreviewShowsEachLanguageOverEachChannelWithItsLength() {
    Macro macro =
        macro(
            "Shown",
            Map.of(
                "en", new Said("Dear {first_name}, {refund: money}.", "We write"),
                "de", new Said("Guten Tag {first_name}, {refund: money}.", "")));
    List<Shown> all = previews.of(macro.id(), world.hanna, clock.instant());
    assertThat(all).hasSize(14).extracting(Shown::language).startsWith("de").endsWith("en");
    assertThat(all).allSatisfy(s -> assertThat(s.body()).doesNotContain("{"));
    assertThat(all)
        .filteredOn(s -> s.medium() == Medium.SMS)
        .allSatisfy(s -> assertThat(s.measure()).isNotNull());
  }
}
