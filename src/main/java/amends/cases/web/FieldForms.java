package amends.cases.web;

import amends.cases.Field;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Brand;
import amends.staff.Staff;
import amends.staff.Team;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A field of the house as fields of a form, and back. */
@Component
final class FieldForms {
  private final Staff staff;

  FieldForms(Staff staff) {
    this.staff = staff;
  }

  /**
   * @param kept the field that is changed; null for a fresh one
   */
  Field read(Ask ask, @Nullable Field kept) {
    return new Field(
        kept == null ? 0 : kept.id(),
        chosen(ask, "brand", staff.brands().stream().map(Brand::id).toList()),
        chosen(ask, "team", staff.teams().stream().map(Team::id).toList()),
        "",
        ask.field("name"),
        ask.field("hint"),
        kept == null ? Field.Kind.of(ask.field("kind")) : kept.kind(),
        ask.field("required").equals("yes"),
        place(ask.field("position").strip()),
        ask.field("also"),
        ask.field("choices").lines().toList(),
        kept != null && kept.retired());
  }

  private static int place(String typed) {
    if (!typed.matches("\\d{0,3}")) {
      throw new Refusal("position", "cases.field.refuse.place");
    }
    return typed.isEmpty() ? 0 : Integer.parseInt(typed);
  }

  private static @Nullable Long chosen(Ask ask, String field, List<Long> known) {
    Long id = FilterForms.number(ask.typed(), field);
    if (!ask.field(field).isBlank() && (id == null || !known.contains(id))) {
      throw new Refusal(field, "cases.field.refuse.where");
    }
    return id;
  }

  static Form offered(Field field) {
    Map<String, String> values = new HashMap<>();
    values.put("name", field.name());
    values.put("hint", field.hint());
    values.put("kind", field.kind().code());
    values.put("brand", words(field.brandId()));
    values.put("team", words(field.teamId()));
    values.put("required", field.required() ? "yes" : "");
    values.put("position", String.valueOf(field.position()));
    values.put("also", field.also());
    values.put("choices", String.join("\n", field.choices()));
    return Form.of(values);
  }

  FieldsView view(Page page, @Nullable Field kept, Form form) {
    Voice t = page.t();
    return new FieldsView(
        page,
        kept == null ? null : kept.id(),
        kept == null ? "" : kept.kind().code(),
        kept != null && kept.retired(),
        form,
        Arrays.stream(Field.Kind.values())
            .map(k -> Choice.of(k.code(), t.say("cases.field.kind." + k.code())))
            .toList(),
        brands(t),
        teams(t));
  }

  FieldsView.Row row(Voice t, Field field, boolean mayChange) {
    List<String> where = new ArrayList<>();
    staff.brands().stream()
        .filter(b -> Long.valueOf(b.id()).equals(field.brandId()))
        .forEach(b -> where.add(b.name()));
    staff.teams().stream()
        .filter(b -> Long.valueOf(b.id()).equals(field.teamId()))
        .forEach(b -> where.add(b.name()));
    return new FieldsView.Row(
        field.name(),
        field.key(),
        mayChange ? "/fields/" + field.id() : null,
        t.say("cases.field.kind." + field.kind().code()),
        where.isEmpty() ? t.say("cases.field.all") : String.join(", ", where),
        String.join(", ", field.choices()),
        field.required(),
        field.retired());
  }

  List<Choice> brands(Voice t) {
    List<Choice> choices = new ArrayList<>();
    choices.add(Choice.of("", t.say("cases.field.all")));
    staff.brands().forEach(b -> choices.add(Choice.of(String.valueOf(b.id()), b.name())));
    return choices;
  }

  List<Choice> teams(Voice t) {
    List<Choice> choices = new ArrayList<>();
    choices.add(Choice.of("", t.say("cases.field.all")));
    staff.teams().forEach(team -> choices.add(Choice.of(String.valueOf(team.id()), team.name())));
    return choices;
  }

  private static String words(@Nullable Long id) {
    return id == null ? "" : String.valueOf(id);
  }
}
