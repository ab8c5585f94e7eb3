package amends.remedies;

import amends.shared.Money;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to give.
 *
 * @param amount what is paid, or what it costs us; null takes the catalogue's cost
 * @param unitId the unit to be sent, where one is
 * @param replacesUnitId the unit that failed
 * @param cause a code of {@link Causes}; null when nobody has said
 * @param reason why, for colleagues
 * @param promisedAt when the customer is told that it is there; null takes the earliest that may be
 *     promised
 * @param interim for an interim remedy, why and until when
 */
public record Wanted(
    long remedyId,
    @Nullable Money amount,
    @Nullable Long unitId,
    @Nullable Long replacesUnitId,
    @Nullable String cause,
    Severity severity,
    String reason,
    @Nullable Instant promisedAt,
    @Nullable Bridge interim) {

  /**
   * @param why it is not the final remedy yet
   * @param endsAt until when it bridges
   */
  public record Bridge(String why, Instant endsAt) {}

  /**
   * Whether it is the same thing for the same reason; when it was to be there may have moved on.
   */
  boolean sameAs(Wanted other) {
    return remedyId == other.remedyId
        && Objects.equals(amount, other.amount)
        && Objects.equals(unitId, other.unitId)
        && Objects.equals(replacesUnitId, other.replacesUnitId)
        && Objects.equals(cause, other.cause)
        && severity == other.severity
        && reason.strip().equals(other.reason.strip());
  }

  /** The usual: a remedy, an amount, a reason. */
  public static Wanted of(long remedyId, @Nullable Money amount, String reason) {
    return new Wanted(remedyId, amount, null, null, null, Severity.MEDIUM, reason, null, null);
  }

  public Wanted unit(@Nullable Long unit, @Nullable Long replaces) {
    return new Wanted(
        remedyId, amount, unit, replaces, cause, severity, reason, promisedAt, interim);
  }

  public Wanted because(@Nullable String code, Severity how) {
    return new Wanted(
        remedyId, amount, unitId, replacesUnitId, code, how, reason, promisedAt, interim);
  }

  public Wanted promised(@Nullable Instant at) {
    return new Wanted(
        remedyId, amount, unitId, replacesUnitId, cause, severity, reason, at, interim);
  }

  public Wanted until(String why, Instant endsAt) {
    return new Wanted(
        remedyId,
        amount,
        unitId,
        replacesUnitId,
        cause,
        severity,
        reason,
        promisedAt,
        new Bridge(why, endsAt));
  }
}
