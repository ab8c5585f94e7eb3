/**
 * Room for what every other room needs: subjects, actors, money, acts (transactions), paging, page
 * layout, texts, and the one claim–lease–fence engine for work rows. Knows no other room.
 *
 * <p>Owns: {@code idempotency}; and the key ring.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package amends.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
