/** The page of the mailboxes. */
@NullMarked
package amends.messages.mailbox.web;

import org.jspecify.annotations.NullMarked;
