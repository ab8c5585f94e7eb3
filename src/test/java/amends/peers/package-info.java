/**
 * What went wrong in the field's own products, tried on the real program from outside: by HTTP, by
 * SMTP, and in what the mail server gets. A number such as P25 names the row of the table of peers,
 * one such as F20 the row of the matrix of faults.
 */
@NullMarked
package amends.peers;

import org.jspecify.annotations.NullMarked;
