package amends.remedies;

import amends.shared.DataLines;
import amends.shared.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What laws say that customers get, as dated data with its source. */
public final class Statutes {
  private static final List<Choice> CHOICES =
      DataLines.of("remedies/choices.txt").map(Statutes::choice).toList();
  private static final List<Tier> TIERS =
      DataLines.of("remedies/eu261.txt").map(Statutes::tier).toList();

  private Statutes() {}

  /**
   * A law that gives customers a choice.
   *
   * @param least so many different ones of {@code among} at least
   * @param from the first day on which it is law; {@code to} the first on which it no longer is
   */
  public record Choice(
      String code,
      int least,
      Set<Remedy.Kind> among,
      LocalDate from,
      @Nullable LocalDate to,
      String source) {
    public Choice {
      among = Set.copyOf(among);
    }
  }

  /**
   * What a passenger is owed.
   *
   * @param halved because they arrived nearly in time
   */
  public record Due(Money amount, boolean halved, String source) {}

  /**
   * A flight, as EU261 asks of it.
   *
   * @param kilometres by the great circle
   * @param minutesLate at the last destination
   * @param rerouted brought there by another flight after a cancellation
   */
  public record Flight(
      int kilometres,
      boolean withinUnion,
      int minutesLate,
      boolean rerouted,
      boolean extraordinary) {}

  private record Tier(
      LocalDate from,
      @Nullable LocalDate to,
      String union,
      int over,
      int upTo,
      Money amount,
      int late,
      int halvedRerouted,
      int halvedLate,
      String source) {
    boolean isOf(Flight flight) {
      boolean here = union.equals("any") || union.equals(flight.withinUnion() ? "yes" : "no");
      return here && flight.kilometres() > over && flight.kilometres() <= upTo;
    }

    boolean halves(Flight flight) {
      return flight.rerouted()
          ? flight.minutesLate() <= halvedRerouted
          : flight.minutesLate() < halvedLate;
    }

    Due due(Flight flight) {
      boolean half = halves(flight);
      Money owed = half ? new Money(amount.minor() / 2, amount.currency()) : amount;
      return new Due(owed, half, source);
    }
  }

  /** The laws in force on this day that give a choice. */
  public static List<Choice> choices(LocalDate day) {
    return CHOICES.stream().filter(law -> inForce(law.from(), law.to(), day)).toList();
  }

  public static Optional<Choice> choice(String code, LocalDate day) {
    return choices(day).stream().filter(law -> law.code().equals(code)).findFirst();
  }

  /**
   * One line of the table of EU261, to be read.
   *
   * @param union within the Union: yes, no or any
   * @param over kilometres, and {@code upTo} them
   * @param late minutes from which on it is owed
   */
  public record FlightTier(
      String union, int over, int upTo, Money amount, int late, LocalDate from, String source) {}

  /** The lines of EU261 in force on this day, the shortest flights first. */
  public static List<FlightTier> flightTiers(LocalDate day) {
    return TIERS.stream()
        .filter(tier -> inForce(tier.from(), tier.to(), day))
        .map(tier ->
            new FlightTier(
                tier.union(),
                tier.over(),
                tier.upTo(),
                tier.amount(),
                tier.late(),
                tier.from(),
                tier.source()))
        .toList();
  }

  /**
   * By Regulation (EC) 261/2004 as it was in force on the day of the flight; empty when nothing is
   * owed by it.
   */
  public static Optional<Due> eu261(Flight flight, LocalDate day) {
    if (flight.extraordinary()) {
      return Optional.empty();
    }
    return TIERS.stream()
        .filter(tier -> inForce(tier.from(), tier.to(), day) && tier.isOf(flight))
        .filter(tier -> flight.rerouted() || flight.minutesLate() >= tier.late())
        .map(tier -> tier.due(flight))
        .findFirst();
  }

  private static boolean inForce(LocalDate from, @Nullable LocalDate to, LocalDate day) {
    return !day.isBefore(from) && (to == null || day.isBefore(to));
  }

  private static Choice choice(String[] parts) {
    return new Choice(
        parts[0],
        Integer.parseInt(parts[3]),
        Arrays.stream(parts[4].split(",", -1))
            .map(String::strip)
            .map(Remedy.Kind::of)
            .collect(Collectors.toSet()),
        LocalDate.parse(parts[1]),
        day(parts[2]),
        parts[5]);
  }

  private static Tier tier(String[] parts) {
    return new Tier(
        LocalDate.parse(parts[0]),
        day(parts[1]),
        parts[2],
        Integer.parseInt(parts[3]),
        Integer.parseInt(parts[4]),
        new Money(Long.parseLong(parts[5]), parts[6]),
        Integer.parseInt(parts[7]),
        Integer.parseInt(parts[8]),
        Integer.parseInt(parts[9]),
        parts[10]);
  }

  private static @Nullable LocalDate day(String written) {
    return written.isEmpty() ? null : LocalDate.parse(written);
  }
}
