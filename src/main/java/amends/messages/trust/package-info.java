/**
 * How far a mail is believed: DKIM signatures that we verify, and what the house's own mail server
 * says of a mail in Authentication-Results (RFC 8601), aligned with the sender that people see.
 */
@NullMarked
package amends.messages.trust;

import org.jspecify.annotations.NullMarked;
