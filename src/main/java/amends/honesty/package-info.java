/**
 * Room for honest words: checks a draft against what the system knows while it is written and again
 * at the send gate, and listens to what comes in. Who knows of similar failures, acceptances or
 * improvements says so through {@link amends.honesty.Evidence}.
 *
 * <p>Owns: {@code honesty_overruling}, {@code honesty_approval}, {@code honesty_policy}.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "time",
      "journal",
      "staff",
      "customers",
      "messages",
      "promises"
    })
@NullMarked
package amends.honesty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
