/** Mail servers of brands' own, which take what they send; signed in by password or token. */
@NullMarked
package amends.messages.sender;

import org.jspecify.annotations.NullMarked;
