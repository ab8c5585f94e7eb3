/** Pages of what is held: quarantine and what is not from a person. */
@NullMarked
package amends.messages.web;

import org.jspecify.annotations.NullMarked;
