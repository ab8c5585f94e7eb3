/**
 * Room for the append-only, sealed history of everything that happened, and for the feed that
 * streams read by seal number.
 *
 * <p>Owns: {@code journal_entry}, {@code journal_pending}, {@code journal_seal}, {@code
 * journal_head}.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package amends.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
