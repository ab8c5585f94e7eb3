package amends.remedies.web;

import amends.remedies.NewRemedy;
import amends.remedies.Remedy;
import amends.shared.Refusal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what was written about a remedy. */
final class RemedyForm {
  private static final int ASKED_AFTER = 7;

  private RemedyForm() {}

  /**
   * @param before as it was; its words in other languages and its product stay
   * @throws Refusal of the field that is wrong
   */
  static NewRemedy read(Filled filled, @Nullable Remedy before, List<String> parts) {
    LocalDate from = filled.day("from");
    if (from == null) {
      throw new Refusal("from", "remedies.form.refusal.from");
    }
    String language = filled.page().t().locale().getLanguage();
    Map<String, Remedy.Words> words = new HashMap<>(before == null ? Map.of() : before.words());
    words.put(
        language,
        new Remedy.Words(filled.field("name"), filled.field("means"), filled.field("does")));
    String country = filled.field("country").toUpperCase(Locale.ROOT);
    return new NewRemedy(
        filled.field("code").toLowerCase(Locale.ROOT),
        Remedy.Kind.of(filled.field("kind")),
        filled.ticked("interim"),
        filled.number("lead_days", 0),
        filled.number("lead_hours", 0),
        filled.number("check_days", ASKED_AFTER),
        filled.money("cost", filled.field("currency")),
        before == null ? null : before.productId(),
        filled.id("brand"),
        country.isEmpty() ? null : country,
        from,
        filled.day("to"),
        words,
        parts.stream().filter(part -> part.matches("\\d{1,18}")).map(Long::valueOf).toList());
  }
}
