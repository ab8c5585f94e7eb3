/** Words on the customer's own page, while they are there. */
@NullMarked
package amends.messages.chat;

import org.jspecify.annotations.NullMarked;
