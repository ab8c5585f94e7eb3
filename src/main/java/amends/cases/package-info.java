/**
 * Room for one customer's matter, from the first word to the follow-up after it was made right.
 *
 * <p>Owns: {@code amends_case}, {@code statement}, {@code handover}, {@code settlement}, {@code
 * closure}, {@code note}, {@code call}, {@code follow_up}, {@code reopening}.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "shared :: page",
      "time",
      "journal",
      "staff",
      "customers",
      "goods",
      "messages",
      "promises"
    })
@NullMarked
package amends.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
