package amends.complaints;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All rules for formal complaints, as the data says them. */
public final class Rules {
  private static final List<Regime> REGIMES = RuleLines.of("regimes.txt", Regime::read);
  private static final List<ClockRule> CLOCKS = RuleLines.of("clocks.txt", ClockRule::read);
  private static final List<PartRule> PARTS = RuleLines.of("parts.txt", PartRule::read);

  private Rules() {}

  public static List<Regime> regimes() {
    return REGIMES;
  }

  public static Optional<Regime> regime(String code) {
    return REGIMES.stream().filter(regime -> regime.code().equals(code)).findFirst();
  }

  /** The clocks of a regime in the versions for a complaint that came on this day. */
  public static List<ClockRule> clocks(String regime, LocalDate received) {
    return CLOCKS.stream()
        .filter(rule -> rule.regime().equals(regime) && rule.inForce(received))
        .toList();
  }

  /** What a letter must say under these regimes when it is written on this day. */
  public static List<PartRule> parts(
      Collection<String> regimes, LetterKind letter, LocalDate written) {
    return PARTS.stream()
        .filter(part -> regimes.contains(part.regime()) && part.letter() == letter)
        .filter(part -> part.inForce(written))
        .toList();
  }
}
