package amends.cases.web;

import amends.cases.Macro;
import amends.cases.Macros;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Staff;
import amends.staff.Team;
import amends.staff.Viewer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A macro as fields of a form, and back. */
@Component
final class MacroForms {
  private static final int BEGINNING = 120;

  private final Staff staff;
  private final Owners owners;
  private final Offers offers;
  private final Macros macros;

  MacroForms(Staff staff, Owners owners, Offers offers, Macros macros) {
    this.staff = staff;
    this.owners = owners;
    this.offers = offers;
    this.macros = macros;
  }

  Macro read(Ask ask) {
    Map<String, Macro.Said> words = new HashMap<>();
    ask.typed()
        .forEach((field, typed) -> {
          if (field.matches("words_[a-z]{2,3}") && !typed.isBlank()) {
            String language = field.substring("words_".length());
            String next = ask.field("next_" + language).strip();
            words.put(language, new Macro.Said(typed.strip(), next));
          }
        });
    return new Macro(
        ask.id(),
        ask.field("name").strip(),
        FilterForms.number(ask.typed(), "team"),
        words,
        new Macro.Then(
            ask.field("by").strip(),
            ask.field("tags").strip(),
            ask.field("owner").strip(),
            Helps.WHOM.contains(ask.field("wait_whom")) ? ask.field("wait_whom") : "",
            ask.field("wait_words").strip(),
            ask.field("wait_look").strip()),
        Macro.Used.NEVER);
  }

  static Map<String, String> values(Macro macro) {
    Map<String, String> values = new HashMap<>();
    Macro.Then then = macro.then();
    Long team = macro.teamId();
    values.put("name", macro.name());
    values.put("team", team == null ? "" : String.valueOf(team));
    macro
        .words()
        .forEach((language, said) -> {
          values.put("words_" + language, said.words());
          values.put("next_" + language, said.next());
        });
    values.put("by", then.by());
    values.put("tags", then.tags());
    values.put("owner", then.owner());
    values.put("wait_whom", then.waitWhom());
    values.put("wait_words", then.waitWords());
    values.put("wait_look", then.waitLook());
    return values;
  }

  MacroView view(Page page, Viewer viewer, long id, Form form) {
    Voice t = page.t();
    return new MacroView(
        page,
        id == 0 ? null : id,
        form,
        languages(t, form),
        teams(t),
        Helps.with(t, owners.choices(viewer, t)),
        Helps.whom(t),
        offers.moments(t, page.now()));
  }

  /** Those of the brands, and any that words stand in. */
  private List<Choice> languages(Voice t, Form form) {
    TreeSet<String> codes = new TreeSet<>();
    staff.brands().forEach(brand -> codes.add(brand.locale().getLanguage()));
    macros.all().forEach(macro -> codes.addAll(macro.words().keySet()));
    form.values().keySet().stream()
        .filter(field -> field.matches("words_[a-z]{2,3}"))
        .forEach(field -> codes.add(field.substring("words_".length())));
    return codes.stream().map(code -> Choice.of(code, name(t, code))).toList();
  }

  private static String name(Voice t, String code) {
    return Locale.of(code).getDisplayLanguage(t.locale());
  }

  private List<Choice> teams(Voice t) {
    List<Choice> teams = new ArrayList<>();
    teams.add(Choice.of("", t.say("cases.macro.team.all")));
    staff.teams().forEach(team -> teams.add(Choice.of(String.valueOf(team.id()), team.name())));
    return teams;
  }

  MacroView.Listed listed(Page page, boolean keeps, List<Macro> all) {
    Map<Long, String> teams =
        staff.teams().stream().collect(Collectors.toMap(Team::id, Team::name));
    return new MacroView.Listed(
        page, keeps, all.stream().map(macro -> row(page, macro, teams)).toList());
  }

  private static MacroView.Row row(Page page, Macro macro, Map<Long, String> teams) {
    Voice t = page.t();
    Long team = macro.teamId();
    return new MacroView.Row(
        macro.id(),
        macro.name(),
        team == null
            ? t.say("cases.macro.team.all")
            : Objects.requireNonNullElse(teams.get(team), ""),
        macro.words().keySet().stream()
            .sorted()
            .map(c -> name(t, c))
            .collect(Collectors.joining(", ")),
        what(t, macro.then()),
        used(page, macro.used()),
        begin(macro));
  }

  private static String what(Voice t, Macro.Then then) {
    return Stream.of(
            then.by().isEmpty() ? "" : t.say("cases.macro.what.by", then.by()),
            then.tags().isEmpty() ? "" : t.say("cases.macro.what.tags", then.tags()),
            then.waitWhom().isEmpty()
                ? ""
                : t.say("cases.macro.what.waits", t.say("cases.wait.whom." + then.waitWhom())),
            then.owner().isEmpty() ? "" : t.say("cases.macro.what.owner"))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  static String used(Page page, Macro.Used used) {
    var last = used.last();
    return last == null
        ? page.t().say("cases.macro.unused")
        : page.t().say("cases.macro.used", used.lately(), page.t().at(last, page.now()));
  }

  private static String begin(Macro macro) {
    String words =
        macro.words().entrySet().stream()
            .min(Map.Entry.comparingByKey())
            .map(said -> said.getValue().words())
            .orElse("");
    return words.length() <= BEGINNING ? words : words.substring(0, BEGINNING) + "…";
  }
}
