/** Pages of what a brand says in public by itself. */
@NullMarked
package amends.messages.social.web;

import org.jspecify.annotations.NullMarked;
