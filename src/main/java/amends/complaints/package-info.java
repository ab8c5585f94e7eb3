/**
 * Room for formal complaints: the rules of laws and ombudsman schemes as dated data, the clocks
 * that run against us under them, an investigator who was not involved, the letters with their
 * mandatory parts, and the return to the regulator.
 *
 * <p>Owns: {@code complaint_regime}, {@code complaint}, {@code complaint_under}, {@code
 * complaint_clock}, {@code complaint_letter}.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "shared :: page",
      "shared :: api",
      "time",
      "journal",
      "staff",
      "customers",
      "messages",
      "promises",
      "cases"
    })
@NullMarked
package amends.complaints;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
