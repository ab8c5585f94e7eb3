/**
 * What is happening right now: the stream that pages listen to, and who looks at a case or writes
 * in it.
 */
@NullMarked
package amends.cases.live;

import org.jspecify.annotations.NullMarked;
