package amends.cases;

import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands in the fields of cases. */
@Component
public final class FieldValues {
  private final JdbcClient sql;
  private final FieldRows fields;
  private final Access access;
  private final FieldThings things;
  private final ApplicationEventPublisher events;

  FieldValues(
      JdbcClient sql,
      FieldRows fields,
      Access access,
      FieldThings things,
      ApplicationEventPublisher events) {
    this.sql = sql;
    this.fields = fields;
    this.access = access;
    this.things = things;
    this.events = events;
  }

  /**
   * The fields of a case in their order, filled or not; also those that are asked no longer or
   * elsewhere, where something stands in them. Give a case that the viewer may see.
   */
  public List<FieldValue> of(Case matter) {
    return of(List.of(matter)).getOrDefault(matter.id(), List.of());
  }

  /** The same of many cases, in three statements; nothing where the house has no fields. */
  public Map<Long, List<FieldValue>> of(Collection<Case> matters) {
    List<Field> all = fields.all();
    if (all.isEmpty()) {
      return Map.of();
    }
    Map<Long, Map<Long, Kept>> kept = kept(matters.stream().map(Case::id).toList());
    Map<Long, List<FieldValue>> shown = new HashMap<>();
    for (Case matter : matters) {
      Map<Long, Kept> here = kept.getOrDefault(matter.id(), Map.of());
      shown.put(
          matter.id(),
          all.stream()
              .filter(
                  f -> here.containsKey(f.id()) || f.concerns(matter.brandId(), matter.teamId()))
              .map(f -> here.getOrDefault(f.id(), Kept.NOTHING).in(f))
              .toList());
    }
    return shown;
  }

  /**
   * Fills fields of a case, or empties them; what is not named stays.
   *
   * @param typed what was typed, by the name of each field in a form; other names say nothing
   * @throws Refusal when a value is not of its field's kind
   */
  public void set(long caseId, Map<String, String> typed, Viewer by) {
    access.touch(caseId, Permission.WORK_CASE, by, matter -> change(matter, typed, by));
  }

  /**
   * The same by the keys of fields, as programs know them.
   *
   * @throws Refusal when the case has no such field, or a value is not of its kind
   */
  public void setByKey(long caseId, Map<String, String> values, Viewer by) {
    access.touch(
        caseId,
        Permission.WORK_CASE,
        by,
        matter -> {
          List<FieldValue> here = of(matter);
          Map<String, String> typed = new HashMap<>();
          values.forEach((key, value) ->
              typed.put(
                  here.stream()
                      .map(FieldValue::field)
                      .filter(f -> f.key().equals(key))
                      .findFirst()
                      .orElseThrow(() ->
                          new Refusal("fields", "cases.field.refuse.unknown", key, keys(here)))
                      .input(),
                  value));
          change(matter, typed, by);
        });
  }

  /**
   * @throws Refusal when something stands empty that must be filled before a case is settled
   */
  void requireComplete(Case matter) {
    List<Field> missing =
        of(matter).stream()
            .filter(v -> v.empty() && v.field().required() && !v.field().retired())
            .map(FieldValue::field)
            .toList();
    if (!missing.isEmpty()) {
      throw new Refusal(
          missing.getFirst().input(),
          "cases.field.refuse.required",
          String.join(", ", missing.stream().map(Field::name).toList()));
    }
  }

  /**
   * What another system says of its fields: taken where a field here bears that name and the value
   * fits; left out else.
   */
  void bring(Map<Long, Map<String, String>> told) {
    List<Field> all = fields.all();
    told.forEach((caseId, values) ->
        values.forEach((name, value) ->
            all.stream()
                .filter(field -> isCalled(field, name))
                .findFirst()
                .flatMap(field -> fitting(field, value))
                .ifPresent(v -> put(caseId, v))));
  }

  private static boolean isCalled(Field field, String name) {
    return Stream.concat(
            Stream.of(field.key(), field.name()), Arrays.stream(field.also().split(",", -1)))
        .anyMatch(called -> called.strip().equalsIgnoreCase(name.strip()));
  }

  /** Other systems write a day with a time behind it, and a tick as true. */
  private Optional<FieldValue> fitting(Field field, String value) {
    String plain =
        switch (field.kind()) {
          case YES_NO ->
              value.toLowerCase(Locale.ROOT).replace("true", "yes").replace("false", "no");
          case DATE -> value.replaceFirst("[T ].*", "");
          case TEXT, NUMBER, CHOICE, ORDER, UNIT -> value;
        };
    try {
      return Optional.of(things.led(field, field.read(plain, ""))).filter(v -> !v.empty());
    } catch (Refusal unfit) {
      return Optional.empty();
    }
  }

  private void change(Case matter, Map<String, String> typed, Viewer by) {
    TreeSet<Long> changed = new TreeSet<>();
    for (FieldValue before : of(matter)) {
      String given = typed.get(before.field().input());
      if (given == null) {
        continue;
      }
      String now = before.field().read(given, before.value());
      if (!now.equals(before.value())) {
        put(matter.id(), things.led(before.field(), now));
        changed.add(before.field().id());
      }
    }
    if (!changed.isEmpty()) {
      access.tell("case.fields_set", matter, by.actor(), Map.of("fields", List.copyOf(changed)));
      events.publishEvent(new CaseChanged(matter.id(), by));
    }
  }

  private void put(long caseId, FieldValue value) {
    Field field = value.field();
    sql.sql("delete from case_field_value where case_id = :case and field_id = :field")
        .param("case", caseId)
        .param("field", field.id())
        .update();
    if (value.empty()) {
      return;
    }
    sql.sql(
            """
            insert into case_field_value (case_id, field_id, kind, text_value, number_value,
              date_value, choice_id, yes_value, order_id, unit_id, set_at)
            values (:case, :field, :kind, :text, :number, :date,
              (select id from case_field_choice where field_id = :field and name = :choice), :yes,
              :order, :unit, :now)
            """)
        .param("case", caseId)
        .param("field", field.id())
        .param("kind", field.kind().code())
        .param("text", as(Field.Kind.TEXT, value))
        .param("number", number(as(Field.Kind.NUMBER, value)))
        .param("date", date(as(Field.Kind.DATE, value)))
        .param("choice", as(Field.Kind.CHOICE, value))
        .param("yes", yes(as(Field.Kind.YES_NO, value)))
        .param("order", id(Field.Kind.ORDER, value))
        .param("unit", id(Field.Kind.UNIT, value))
        .param("now", Sql.at(access.now()))
        .update();
  }

  private static @Nullable Long id(Field.Kind kind, FieldValue value) {
    Subject leads = value.leads();
    return value.field().kind() == kind && leads != null ? leads.id() : null;
  }

  private static @Nullable String as(Field.Kind kind, FieldValue value) {
    return value.field().kind() == kind ? value.value() : null;
  }

  private static @Nullable BigDecimal number(@Nullable String value) {
    return value == null ? null : new BigDecimal(value);
  }

  private static @Nullable LocalDate date(@Nullable String value) {
    return value == null ? null : LocalDate.parse(value);
  }

  private static @Nullable Boolean yes(@Nullable String value) {
    return value == null ? null : value.equals("yes");
  }

  /**
   * As it stands in the table; the number of the order or unit that it leads to is null for others.
   */
  private record Kept(String value, @Nullable Long thing) {
    static final Kept NOTHING = new Kept("", null);

    FieldValue in(Field field) {
      return new FieldValue(
          field, value, thing == null ? null : Subject.of(field.kind().code(), thing));
    }
  }

  private Map<Long, Map<Long, Kept>> kept(List<Long> cases) {
    Map<Long, Map<Long, Kept>> kept = new HashMap<>();
    sql.sql(
            """
            select v.case_id, v.field_id, coalesce(v.text_value, cast(trim_scale(v.number_value) as text),
              to_char(v.date_value, 'YYYY-MM-DD'), o.name, r.external_id, u.serial,
              case when v.yes_value then 'yes' else 'no' end) as value,
              coalesce(v.order_id, v.unit_id) as thing
            from case_field_value v left join case_field_choice o on o.id = v.choice_id
            left join goods_v_order r on r.id = v.order_id left join goods_v_unit u on u.id = v.unit_id
            where v.case_id = any(:cases)
            """)
        .param("cases", cases.toArray(Long[]::new))
        .query(rs -> {
          kept.computeIfAbsent(rs.getLong("case_id"), id -> new HashMap<>())
              .put(
                  rs.getLong("field_id"),
                  new Kept(rs.getString("value"), Sql.longOrNull(rs, "thing")));
        });
    return kept;
  }

  private static String keys(List<FieldValue> here) {
    return here.isEmpty()
        ? "–"
        : String.join(", ", here.stream().map(v -> v.field().key()).toList());
  }
}
