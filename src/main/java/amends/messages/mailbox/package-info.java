/**
 * Mailboxes that we read by IMAP, beside the mail door. One node at a time reads a mailbox; what it
 * takes is stored and committed before it is counted as read, and nothing is marked in the mailbox.
 */
@NullMarked
package amends.messages.mailbox;

import org.jspecify.annotations.NullMarked;
