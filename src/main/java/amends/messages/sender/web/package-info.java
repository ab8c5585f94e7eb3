/** The page of the brands' mail servers. */
@NullMarked
package amends.messages.sender.web;

import org.jspecify.annotations.NullMarked;
