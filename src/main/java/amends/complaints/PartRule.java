package amends.complaints;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a letter must say under a regime.
 *
 * @param words it says so when one of these stands in it, in whatever case
 */
public record PartRule(
    String code,
    String regime,
    LetterKind letter,
    LocalDate from,
    @Nullable LocalDate to,
    List<String> words) {

  boolean inForce(LocalDate day) {
    return !from.isAfter(day) && (to == null || to.isAfter(day));
  }

  /** Whether this text says it; line breaks are spaces. */
  public boolean saidIn(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    return words.stream().anyMatch(plain::contains);
  }

  static PartRule read(String[] line) {
    return new PartRule(
        line[0],
        line[1],
        LetterKind.of(line[2]).orElseThrow(() -> new IllegalArgumentException(line[2])),
        LocalDate.parse(line[3]),
        RuleLines.day(line[4]),
        RuleLines.several(line[5].toLowerCase(Locale.ROOT), ";"));
  }
}
