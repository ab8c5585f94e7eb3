/**
 * Room for the word we gave: promises made, kept, moved, agreed anew, released or broken, each
 * guarded by alarms.
 *
 * <p>Owns: {@code promise}, {@code undertaking}, {@code promise_basis}, {@code promise_risk},
 * {@code cadence_rule}, {@code cadence_stage}, {@code cadence}, {@code booking}, {@code
 * disruption}, {@code guarantee}.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "shared :: api",
      "time",
      "journal",
      "staff",
      "customers",
      "goods",
      "messages",
      "messages :: broadcast"
    })
@NullMarked
package amends.promises;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
