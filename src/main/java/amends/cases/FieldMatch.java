package amends.cases;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether something stands in a field of the case {@code c}: whatever the kind of the field, what
 * was typed is looked for as that kind would be read; a number or a day may be a span, 100..200.
 */
final class FieldMatch {
  private static final String NUMBER = "[-+]?\\d{1,15}(\\.\\d{1,6})?";
  private static final String DAY = "\\d{4}-\\d\\d-\\d\\d";

  private FieldMatch() {}

  static String where(String p, String typed) {
    String value = typed.strip();
    String filled =
        "exists (select from case_field_value v where v.case_id = c.id and v.field_id = :%sfield"
            .formatted(p);
    return filled + (value.isEmpty() ? ")" : " and (" + matches(p, value) + "))");
  }

  private static String matches(String p, String value) {
    StringBuilder any = new StringBuilder();
    any.append("v.text_value ilike :").append(p).append("fpart");
    any.append(
        " or exists (select from case_field_choice o where o.id = v.choice_id and lower(o.name) = lower(:%sfexact))"
            .formatted(p));
    any.append(
        " or exists (select from goods_v_order o where o.id = v.order_id and o.external_id ilike :%sfpart)"
            .formatted(p));
    any.append(
        " or exists (select from goods_v_unit u where u.id = v.unit_id and u.serial ilike :%sfpart)"
            .formatted(p));
    if (span(value, NUMBER).isPresent()) {
      any.append(" or v.number_value between :%1$sflow and :%1$sfhigh".formatted(p));
    }
    if (days(value).isPresent()) {
      any.append(" or v.date_value between :%1$sffrom and :%1$sfuntil".formatted(p));
    }
    if (value.equalsIgnoreCase("yes") || value.equalsIgnoreCase("no")) {
      any.append(" or v.yes_value = :").append(p).append("fyes");
    }
    return any.toString();
  }

  static Map<String, Object> params(String p, String typed) {
    String value = typed.strip();
    Map<String, Object> params = new HashMap<>();
    params.put(p + "fpart", Filter.part(value));
    params.put(p + "fexact", value);
    params.put(p + "fyes", value.equalsIgnoreCase("yes"));
    span(value, NUMBER)
        .ifPresent(span -> {
          params.put(p + "flow", new BigDecimal(span.low()));
          params.put(p + "fhigh", new BigDecimal(span.high()));
        });
    days(value)
        .ifPresent(days -> {
          params.put(p + "ffrom", days.from());
          params.put(p + "funtil", days.until());
        });
    return params;
  }

  /** The same of a value at hand. */
  static boolean matches(FieldValue value, String typed) {
    String wanted = typed.strip();
    String kept = value.value();
    return switch (value.field().kind()) {
      case TEXT, ORDER, UNIT ->
          kept.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
      case CHOICE, YES_NO -> kept.equalsIgnoreCase(wanted);
      case NUMBER ->
          span(wanted, NUMBER)
              .filter(span ->
                  new BigDecimal(span.low()).compareTo(new BigDecimal(kept)) <= 0
                      && new BigDecimal(span.high()).compareTo(new BigDecimal(kept)) >= 0)
              .isPresent();
      case DATE ->
          days(wanted)
              .filter(days ->
                  !days.from().isAfter(LocalDate.parse(kept))
                      && !days.until().isBefore(LocalDate.parse(kept)))
              .isPresent();
    };
  }

  /** Whether a value of the field could ever be what was typed. */
  static boolean fits(Field field, String typed) {
    String wanted = typed.strip();
    return switch (field.kind()) {
      case TEXT, ORDER, UNIT -> true;
      case CHOICE -> field.choices().stream().anyMatch(wanted::equalsIgnoreCase);
      case YES_NO -> wanted.equalsIgnoreCase("yes") || wanted.equalsIgnoreCase("no");
      case NUMBER ->
          span(wanted, NUMBER)
              .filter(
                  span -> new BigDecimal(span.low()).compareTo(new BigDecimal(span.high())) <= 0)
              .isPresent();
      case DATE -> days(wanted).filter(days -> !days.from().isAfter(days.until())).isPresent();
    };
  }

  private record Span(String low, String high) {}

  private record Days(LocalDate from, LocalDate until) {}

  private static Optional<Span> span(String value, String each) {
    String[] ends = value.split("\\.\\.", -1);
    String low = ends[0].strip();
    String high = ends[ends.length - 1].strip();
    return ends.length <= 2 && low.matches(each) && high.matches(each)
        ? Optional.of(new Span(low, high))
        : Optional.empty();
  }

  private static Optional<Days> days(String value) {
    try {
      return span(value, DAY)
          .map(span -> new Days(LocalDate.parse(span.low()), LocalDate.parse(span.high())));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }
}
