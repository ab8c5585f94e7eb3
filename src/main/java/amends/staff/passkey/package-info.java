/**
 * Passkeys (WebAuthn), by Spring Security over webauthn4j. Nothing of it is loaded before it is
 * used.
 */
@NullMarked
package amends.staff.passkey;

import org.jspecify.annotations.NullMarked;
