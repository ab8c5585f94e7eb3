package amends.cases;

import amends.shared.Refusal;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the house asks of its cases beyond what every case has.
 *
 * @param id 0 before it is kept
 * @param brandId the only brand whose cases have it; null for all
 * @param teamId the only team whose cases have it; null for all
 * @param key its name for programs; made from the first name, and never changed
 * @param required whether a case can be settled without it
 * @param also how other systems call it, with commas between: their exports are read by it
 * @param choices those that are offered, in their order; empty unless it is a {@link Kind#CHOICE}
 * @param retired asked no longer; values stay where they are
 */
public record Field(
    long id,
    @Nullable Long brandId,
    @Nullable Long teamId,
    String key,
    String name,
    String hint,
    Kind kind,
    boolean required,
    int position,
    String also,
    List<String> choices,
    boolean retired) {
  private static final int LONGEST_TEXT = 2_000;
  private static final LocalDate FIRST_DAY = LocalDate.of(1000, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  public Field {
    choices = List.copyOf(choices);
  }

  /** What its values are; the value of a field is never of another kind. */
  public enum Kind {
    TEXT,
    NUMBER,
    DATE,
    CHOICE,
    YES_NO,
    /** An order, by its number. */
    ORDER,
    /** A unit, by its serial number. */
    UNIT;

    /** Whether its values lead to something that was sold. */
    public boolean links() {
      return this == ORDER || this == UNIT;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws Refusal of the field {@code kind} when there is no such kind
     */
    public static Kind of(String code) {
      return Arrays.stream(values())
          .filter(kind -> kind.code().equals(code))
          .findFirst()
          .orElseThrow(() -> new Refusal("kind", "cases.field.refuse.kind"));
    }
  }

  /** The name of its field in a form. */
  public String input() {
    return "field_" + id;
  }

  /** Whether a case of this brand in this team's queue has it. */
  public boolean concerns(long brand, long team) {
    return !retired && (brandId == null || brandId == brand) && (teamId == null || teamId == team);
  }

  /**
   * What was typed as it is kept: a number with a point and without zeros that say nothing, a day
   * as 2026-05-14, a choice by its name, {@code yes} or {@code no}; "" for nothing. What an order's
   * or a unit's number leads to is found by {@link FieldThings}.
   *
   * @param kept what stands there now: it may stay, even when it is offered no longer
   * @throws Refusal of the field {@link #input} when it is not of this kind
   */
  public String read(String typed, String kept) {
    String plain = typed.strip();
    if (plain.isEmpty() || plain.equals(kept)) {
      return plain;
    }
    return switch (kind) {
      case TEXT, ORDER, UNIT -> text(plain);
      case NUMBER -> number(plain);
      case DATE -> date(plain);
      case CHOICE ->
          choices.stream()
              .filter(plain::equalsIgnoreCase)
              .findFirst()
              .orElseThrow(() -> refused("choice", String.join(", ", choices)));
      case YES_NO -> {
        if (!plain.equals("yes") && !plain.equals("no")) {
          throw refused("yes_no", plain);
        }
        yield plain;
      }
    };
  }

  private String text(String typed) {
    if (typed.length() > LONGEST_TEXT) {
      throw refused("text", String.valueOf(LONGEST_TEXT));
    }
    return typed;
  }

  private String number(String typed) {
    if (!typed.matches("[-+]?\\d{1,15}(\\.\\d{1,6})?")) {
      throw refused("number", typed);
    }
    BigDecimal read = new BigDecimal(typed).stripTrailingZeros();
    return read.signum() == 0 ? "0" : read.toPlainString();
  }

  private String date(String typed) {
    try {
      LocalDate day = LocalDate.parse(typed);
      if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
        throw refused("date", typed);
      }
      return day.toString();
    } catch (DateTimeException e) {
      throw refused("date", typed);
    }
  }

  private Refusal refused(String how, String detail) {
    String shown = detail.length() <= 200 ? detail : detail.substring(0, 199) + "…";
    return new Refusal(input(), "cases.field.refuse." + how, name, shown);
  }
}
