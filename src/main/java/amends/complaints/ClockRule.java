package amends.complaints;

import amends.time.Deadline;
import amends.time.Deadline.DayEnd;
import amends.time.Deadline.LengthUnit;
import amends.time.Deadline.RollRule;
import amends.time.Deadline.StartRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By when something has to be sent under a regime, counted from the receipt of the complaint.
 *
 * @param duty whether it must be sent; otherwise until then it may be
 * @param after the letter after which it runs too; null when it runs from the receipt
 * @param keptBy letters that keep it, once one has arrived
 */
public record ClockRule(
    String code,
    String regime,
    boolean duty,
    @Nullable LetterKind after,
    Set<LetterKind> keptBy,
    Deadline deadline) {

  boolean inForce(LocalDate day) {
    LocalDate to = deadline.to();
    return !deadline.from().isAfter(day) && (to == null || to.isAfter(day));
  }

  /** When it has run out for a complaint that was received at this moment. */
  public Instant due(Instant received, Regime under) {
    return deadline.due(received, under.calendar());
  }

  static ClockRule read(String[] line) {
    EnumSet<LetterKind> keptBy = EnumSet.noneOf(LetterKind.class);
    RuleLines.several(line[11], ",").forEach(kind -> keptBy.add(kind(kind)));
    Deadline deadline =
        new Deadline(
            line[0],
            "complaint.received",
            StartRule.valueOf(RuleLines.constant(line[6])),
            Integer.parseInt(line[7]),
            LengthUnit.valueOf(RuleLines.constant(line[8])),
            DayEnd.valueOf(RuleLines.constant(line[9])),
            RollRule.valueOf(RuleLines.constant(line[10])),
            line[1],
            line[12],
            Objects.requireNonNull(RuleLines.day(line[3])),
            RuleLines.day(line[4]));
    return new ClockRule(
        line[0],
        line[1],
        line[2].equals("duty"),
        line[5].equals("receipt") ? null : kind(line[5]),
        Set.copyOf(keptBy),
        deadline);
  }

  private static LetterKind kind(String code) {
    return LetterKind.of(code).orElseThrow(() -> new IllegalArgumentException(code));
  }
}
