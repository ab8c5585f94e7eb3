package amends.remedies;

import amends.shared.Actor;
import amends.shared.Money;
import amends.shared.Subject;
import amends.staff.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much may be given without asking. Exactly one of role, team and person holds it.
 *
 * @param lineId what stays the same when the limit is set anew: what was used counts on
 * @param kind the only kind of remedy that it is for; null for all
 * @param perGrant the most for one grant; minor units of {@code currency}
 * @param perMatter the most in one matter, by all who hold it; null for no such limit
 * @param perDay the most for one customer on one day, by all who hold it; null for no such limit
 * @param perPeriod the most that one person gives in a period; null for no such limit
 * @param answerMinutes working minutes within which somebody answers when it is not enough
 * @param only the team or the matter that an emergency authority is for; null for an ordinary one
 * @param until the moment from which it no longer holds; null for no end
 * @param setBy an emergency authority never counts for whoever granted it
 */
public record Limit(
    long id,
    long lineId,
    Holder holder,
    Remedy.@Nullable Kind kind,
    String currency,
    long perGrant,
    @Nullable Long perMatter,
    @Nullable Long perDay,
    @Nullable Long perPeriod,
    Period period,
    int answerMinutes,
    boolean emergency,
    @Nullable Subject only,
    String reason,
    Instant from,
    @Nullable Instant until,
    Actor setBy) {

  /** Whose it is. */
  public sealed interface Holder {}

  /** Everybody who has this role where the matter belongs. */
  public record OfRole(Role role) implements Holder {}

  /** The people of this team, in its matters. */
  public record OfTeam(long teamId) implements Holder {}

  /** This person alone. */
  public record OfPerson(long personId) implements Holder {}

  /** How long a period is; it begins with the day, Monday, the month or the year. */
  public enum Period {
    DAY,
    WEEK,
    MONTH,
    YEAR;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The first day of the period in which this day lies. */
    public LocalDate begins(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
        case MONTH -> day.withDayOfMonth(1);
        case YEAR -> day.withDayOfYear(1);
      };
    }
  }

  public Money most() {
    return new Money(perGrant, currency);
  }

  boolean isFor(Remedy.Kind one) {
    return kind == null || kind == one;
  }

  public boolean inForce(Instant at) {
    return !at.isBefore(from) && (until == null || at.isBefore(until));
  }
}
