/** Pages and API of broadcasts. */
@NullMarked
package amends.messages.broadcast.web;

import org.jspecify.annotations.NullMarked;
