package amends.cases.web;

import amends.cases.Field;
import amends.cases.Fields;
import amends.cases.Filter;
import amends.cases.SavedViews;
import amends.cases.SavedViews.SavedView;
import amends.cases.Tags;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Brand;
import amends.staff.Person;
import amends.staff.Staff;
import amends.staff.Team;
import amends.staff.Viewer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A filter as fields of a form, and back. */
@Component
final class FilterForms {
  private static final List<String> WAITING =
      List.of("any", "none", "customer", "carrier", "insurer", "supplier", "court", "colleague");
  private static final List<String> DUE = List.of("late", "hour", "day", "week");
  private static final List<String> STATE = List.of("open", "settled");

  private final Staff staff;
  private final SavedViews views;
  private final Fields fields;

  FilterForms(Staff staff, SavedViews views, Fields fields) {
    this.staff = staff;
    this.views = views;
    this.fields = fields;
  }

  SavedViews views() {
    return views;
  }

  /** What was asked for: a saved view, or what stands in the fields; unknown values say nothing. */
  Filter read(Map<String, String> typed, Viewer viewer) {
    return saved(typed, viewer).map(SavedView::filter).orElseGet(() -> fields(typed));
  }

  Filter fields(Map<String, String> typed) {
    String owner = field(typed, "owner");
    boolean person = owner.matches("person:\\d{1,18}");
    Long asked = fieldId(typed);
    return new Filter(
        person || owner.equals("me") || owner.equals("nobody") ? owner : "",
        number(typed, "team"),
        number(typed, "brand"),
        one(STATE, field(typed, "state")),
        one(WAITING, field(typed, "waiting")),
        one(DUE, field(typed, "due")),
        field(typed, "words"),
        field(typed, "customer"),
        Tags.read(field(typed, "tag")).stream().findFirst().orElse(""),
        asked,
        asked == null ? "" : field(typed, "field_value"));
  }

  private @Nullable Long fieldId(Map<String, String> typed) {
    Long asked = number(typed, "field");
    return asked != null && fields.all().stream().anyMatch(f -> f.id() == asked) ? asked : null;
  }

  QueueView.Filters shown(
      Page page, Viewer viewer, Map<String, String> typed, Filter filter, QueueView.View view) {
    SavedView saved = saved(typed, viewer).orElse(null);
    Voice t = page.t();
    return new QueueView.Filters(
        Form.of(filter.isNone() ? offered(view, viewer) : values(filter)),
        !filter.isNone(),
        lists(t, viewer),
        saved == null ? null : saved.id(),
        saved == null ? "" : saved.name(),
        saved != null && saved.personId() == viewer.id());
  }

  QueueView.Lists lists(Voice t, Viewer viewer) {
    return new QueueView.Lists(
        owners(t),
        with(t, staff.teams().stream().map(FilterForms::choice).toList()),
        with(t, staff.brands().stream().map(FilterForms::choice).toList()),
        codes(t, "state", STATE),
        codes(t, "waiting", WAITING),
        codes(t, "due", DUE),
        with(t, fields.asked().stream().map(FilterForms::choice).toList()),
        shares(t, viewer));
  }

  static Map<String, String> values(Filter filter) {
    Map<String, String> values = new HashMap<>();
    values.put("owner", filter.owner());
    values.put("team", words(filter.teamId()));
    values.put("brand", words(filter.brandId()));
    values.put("state", filter.state());
    values.put("waiting", filter.waiting());
    values.put("due", filter.due());
    values.put("words", filter.words());
    values.put("customer", filter.customer());
    values.put("tag", filter.tag());
    values.put("field", words(filter.fieldId()));
    values.put("field_value", filter.fieldValue());
    return values;
  }

  /** The fields begin as the view that is looked at. */
  private static Map<String, String> offered(QueueView.View view, Viewer viewer) {
    return switch (view) {
      case MINE -> Map.of("owner", "me");
      case UNOWNED -> Map.of("owner", "nobody");
      case BROKEN -> Map.of("due", "late");
      case SOON -> Map.of("due", "hour");
      case WAITING -> Map.of("waiting", "any");
      case TEAM ->
          viewer.teams().size() == 1
              ? Map.of("team", String.valueOf(viewer.teams().iterator().next()))
              : Map.of();
      case ALL -> Map.of();
    };
  }

  private Optional<SavedView> saved(Map<String, String> typed, Viewer viewer) {
    Long id = number(typed, "saved");
    return id == null ? Optional.empty() : Optional.of(views.get(id, viewer));
  }

  private List<Choice> owners(Voice t) {
    List<Choice> owners = new ArrayList<>();
    owners.add(Choice.of("", t.say("cases.filter.any")));
    owners.add(Choice.of("me", t.say("cases.filter.owner.me")));
    owners.add(Choice.of("nobody", t.say("cases.filter.owner.nobody")));
    staff.people().stream()
        .filter(Person::active)
        .forEach(p -> owners.add(Choice.of("person:" + p.id(), p.name())));
    return owners;
  }

  private List<Choice> shares(Voice t, Viewer viewer) {
    List<Choice> shares = new ArrayList<>();
    shares.add(Choice.of("", t.say("cases.view.shared.me")));
    staff.teams().stream()
        .filter(team -> viewer.teams().contains(team.id()))
        .forEach(team ->
            shares.add(
                Choice.of(
                    String.valueOf(team.id()), t.say("cases.view.shared.team", team.name()))));
    return shares;
  }

  private static Choice choice(Field field) {
    return Choice.of(String.valueOf(field.id()), field.name());
  }

  private static Choice choice(Team team) {
    return Choice.of(String.valueOf(team.id()), team.name());
  }

  private static Choice choice(Brand brand) {
    return Choice.of(String.valueOf(brand.id()), brand.name());
  }

  private static List<Choice> codes(Voice t, String field, List<String> codes) {
    return with(
        t,
        codes.stream()
            .map(code -> Choice.of(code, t.say("cases.filter." + field + "." + code)))
            .toList());
  }

  private static List<Choice> with(Voice t, List<Choice> choices) {
    List<Choice> all = new ArrayList<>();
    all.add(Choice.of("", t.say("cases.filter.any")));
    all.addAll(choices);
    return all;
  }

  private static String words(@Nullable Long id) {
    return id == null ? "" : String.valueOf(id);
  }

  static @Nullable Long number(Map<String, String> typed, String name) {
    String digits = field(typed, name);
    return digits.matches("\\d{1,18}") ? Long.valueOf(digits) : null;
  }

  private static String field(Map<String, String> typed, String name) {
    return typed.getOrDefault(name, "").strip();
  }

  private static String one(List<String> known, String code) {
    return known.contains(code) ? code : "";
  }
}
