/**
 * The e-mail channel's own craft: reading hostile mail within bounds, telling people's mail from
 * machines', addresses that route by MAC, and writing. Pure functions: no database, no clock.
 *
 * <p>What a message said leaves this package as {@link amends.messages.ReadMail}.
 */
@NamedInterface("email")
@NullMarked
package amends.messages.email;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
