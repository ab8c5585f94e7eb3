/** Hands outgoing mail over to a mail server, and tells what it said. */
@NamedInterface("courier")
@NullMarked
package amends.messages.email.courier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
