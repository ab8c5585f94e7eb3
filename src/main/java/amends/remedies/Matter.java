package amends.remedies;

import amends.shared.Subject;
import amends.staff.Scope;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a remedy is given in, such as a case, as far as remedies ask.
 *
 * @param scope where it belongs, for permissions; with a team and a brand
 * @param closed whether it is over: nothing is given in it any more
 * @param country of the customer (ISO 3166); null when nobody knows
 * @param unitId the unit that failed; null when none is known
 * @param purchase the order that it is about; null when none is known
 */
public record Matter(
    Subject about,
    long customerId,
    long brandId,
    long teamId,
    Scope scope,
    boolean closed,
    @Nullable String country,
    @Nullable Long unitId,
    @Nullable Purchase purchase) {

  /** Whether somebody may know of it at all: of a restricted matter only those whom it names. */
  boolean mayKnow(long person) {
    Set<Long> named = scope.named();
    return named == null || named.contains(person);
  }
}
