/** Letters on the company's paper, for envelopes with a window, and notes written by hand. */
@NullMarked
package amends.messages.post;

import org.jspecify.annotations.NullMarked;
