package amends.cases.web;

import amends.cases.Blank;
import amends.cases.Case;
import amends.cases.Intentions;
import amends.cases.Macros;
import amends.cases.Mentions;
import amends.cases.Undertaken;
import amends.promises.Undertaking;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What helps somebody who writes in a case: kept words, colleagues to name, what follows. */
@Component
final class Helps {
  static final List<String> WHOM =
      List.of("customer", "carrier", "insurer", "supplier", "court", "colleague");

  private final Macros macros;
  private final Mentions mentions;
  private final Owners owners;
  private final Intentions intentions;
  private final Undertaken undertaken;

  Helps(
      Macros macros,
      Mentions mentions,
      Owners owners,
      Intentions intentions,
      Undertaken undertaken) {
    this.macros = macros;
    this.mentions = mentions;
    this.owners = owners;
    this.intentions = intentions;
    this.undertaken = undertaken;
  }

  Composer.Help of(Opened opened, String mode, Form typed) {
    boolean also = also(typed);
    Case matter = opened.file().matter();
    return new Composer.Help(
        mode.equals("none") || mode.equals("statement")
            ? List.of()
            : macros.named(matter, opened.viewer()).stream()
                .map(m -> Choice.of(String.valueOf(m.id()), m.name()))
                .toList(),
        mode.equals("note")
            ? mentions.possible(matter, opened.viewer()).stream()
                .map(p -> Choice.of(p.name(), p.email()))
                .toList()
            : List.of(),
        also ? with(opened.t(), owners.choices(opened.viewer(), opened.t())) : List.of(),
        also ? whom(opened.t()) : List.of(),
        mode.equals("reply") || mode.equals("call") ? rests(opened) : List.of(),
        blanks(opened, typed.value("macro")),
        List.of());
  }

  private List<Blank> blanks(Opened opened, String macro) {
    return macro.matches("\\d{1,18}")
        ? macros.blanks(
            Long.parseLong(macro), opened.file().matter(), opened.customer(), opened.viewer())
        : List.of();
  }

  /** Words that were accepted and stand; nothing to choose where there is none. */
  private List<Choice> rests(Opened opened) {
    Voice t = opened.t();
    List<Choice> words =
        undertaken.in(opened.file().matter().id(), opened.viewer()).stream()
            .filter(Undertaking::stands)
            .map(word ->
                Choice.of(
                    String.valueOf(word.id()),
                    t.say("cases.next.rests.on", word.words(), t.at(word.dueAt(), opened.now()))))
            .toList();
    if (words.isEmpty()) {
      return List.of();
    }
    List<Choice> all = new ArrayList<>();
    all.add(Choice.of("", t.say("cases.next.rests.none")));
    all.addAll(words);
    return all;
  }

  List<CaseView.Meant> meant(Opened opened) {
    long id = opened.file().matter().id();
    return intentions.standing(id).stream()
        .map(p ->
            new CaseView.Meant(
                opened.t().say("cases.intention.now", p.words(), p.dueAt()),
                "/cases/" + id + "/promises/" + p.id() + "/looked"))
        .toList();
  }

  static List<Choice> whom(Voice t) {
    return with(t, WHOM.stream().map(w -> Choice.of(w, t.say("cases.wait.whom." + w))).toList());
  }

  static List<Choice> with(Voice t, List<Choice> choices) {
    List<Choice> all = new ArrayList<>();
    all.add(Choice.of("", t.say("cases.also.none")));
    all.addAll(choices);
    return all;
  }

  static boolean also(Form form) {
    return Stream.of("also_tags", "also_owner", "also_whom", "also_words", "also_look")
        .anyMatch(field -> !form.value(field).isBlank());
  }
}
