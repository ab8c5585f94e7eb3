package amends.cases.web;

import amends.cases.Case;
import amends.cases.Field;
import amends.cases.FieldValue;
import amends.shared.Subject;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of the house, as they are read and as they are filled. */
final class CaseFields {
  private CaseFields() {}

  static Side.Filled filled(Voice t, Case matter, List<FieldValue> values) {
    if (values.isEmpty()) {
      return Side.Filled.NONE;
    }
    boolean fillable = values.stream().anyMatch(v -> !v.field().retired());
    return new Side.Filled(
        values.stream().filter(v -> !v.empty()).map(v -> fact(t, v)).toList(),
        matter.settled()
            ? List.of()
            : values.stream().filter(CaseFields::isMissing).map(v -> v.field().name()).toList(),
        fillable ? "/cases/" + matter.id() + "/fields" : null);
  }

  private static Side.Fact fact(Voice t, FieldValue value) {
    Subject leads = value.leads();
    return leads == null
        ? Side.Fact.of(value.field().name(), words(t, value))
        : new Side.Fact(
            value.field().name(),
            words(t, value),
            "/search?" + leads.kind() + "=" + leads.id(),
            true);
  }

  static boolean isMissing(FieldValue value) {
    return value.empty() && value.field().required() && !value.field().retired();
  }

  /** As people read it. */
  static String words(Voice t, FieldValue value) {
    return switch (value.field().kind()) {
      case TEXT, NUMBER, CHOICE, ORDER, UNIT -> value.value();
      case DATE -> t.date(LocalDate.parse(value.value()).atStartOfDay(t.zone()).toInstant());
      case YES_NO -> t.say("cases.fields." + value.value());
    };
  }

  static Map<String, String> typed(List<FieldValue> values) {
    Map<String, String> typed = new HashMap<>();
    values.forEach(v -> typed.put(v.field().input(), v.value()));
    return typed;
  }

  static List<FieldInput> inputs(Voice t, Case matter, List<FieldValue> values) {
    return values.stream().filter(v -> !v.field().retired()).map(v -> input(t, matter, v)).toList();
  }

  private static FieldInput input(Voice t, Case matter, FieldValue value) {
    Field field = value.field();
    String label = field.required() ? t.say("cases.fields.required", field.name()) : field.name();
    return new FieldInput(
        field.input(),
        label,
        field.kind().code(),
        choices(t, value),
        field.hint(),
        field.kind().links()
            ? "/fields/" + field.id() + "/things?customer=" + matter.customerId()
            : null);
  }

  /** What stands there stays to be chosen, even when it is offered no longer. */
  private static List<Choice> choices(Voice t, FieldValue value) {
    Field field = value.field();
    List<Choice> choices = new ArrayList<>();
    switch (field.kind()) {
      case TEXT, NUMBER, DATE, ORDER, UNIT -> {}
      case CHOICE -> {
        choices.add(Choice.of("", t.say("cases.fields.nothing")));
        field.choices().forEach(c -> choices.add(Choice.of(c, c)));
        if (!value.empty() && !field.choices().contains(value.value())) {
          choices.add(Choice.of(value.value(), value.value()));
        }
      }
      case YES_NO -> {
        choices.add(Choice.of("", t.say("cases.fields.nothing")));
        choices.add(Choice.of("yes", t.say("cases.fields.yes")));
        choices.add(Choice.of("no", t.say("cases.fields.no")));
      }
    }
    return choices;
  }
}
