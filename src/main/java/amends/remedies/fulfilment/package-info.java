/**
 * What was granted is done: the order of a grant, each try to do it, whom it is given to, what they
 * say that they did, and how it is stopped. A try is a work row; its key is committed before
 * anybody is called, and only an answer ends it.
 */
@NamedInterface("fulfilment")
@NullMarked
package amends.remedies.fulfilment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
