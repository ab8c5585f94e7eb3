/** What people say to us on social networks, in public or not, and what we say there. */
@NullMarked
package amends.messages.social;

import org.jspecify.annotations.NullMarked;
