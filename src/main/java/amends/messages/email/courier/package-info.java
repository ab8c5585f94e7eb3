/** Hands outgoing mail over to a mail server, and tells what it said. */
@NullMarked
package amends.messages.email.courier;

import org.jspecify.annotations.NullMarked;
