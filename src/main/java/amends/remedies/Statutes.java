package amends.remedies;

import amends.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What laws say that customers get, as dated data with its source. */
public final class Statutes {
  private Statutes() {}

  /**
   * A law that gives customers a choice.
   *
   * @param least so many different ones of {@code among} at least
   */
  public record Choice(
      String code, int least, Set<Remedy.Kind> among, LocalDate from, String source) {}

  /**
   * What a passenger is owed.
   *
   * @param halved because another flight brought them nearly in time
   */
  public record Due(Money amount, boolean halved, String source) {}

  /** A flight, as EU261 asks of it. */
  public record Flight(
      int kilometres,
      boolean withinUnion,
      int minutesLate,
      boolean rerouted,
      boolean extraordinary) {}

  /** The laws in force on this day that give a choice. */
  public static List<Choice> choices(LocalDate day) {
    throw new UnsupportedOperationException();
  }

  public static Optional<Choice> choice(String code, LocalDate day) {
    throw new UnsupportedOperationException();
  }

  /** Empty when nothing is owed by that law. */
  public static Optional<Due> eu261(Flight flight, LocalDate day) {
    throw new UnsupportedOperationException();
  }
}
