/** Pages of the desk: the queue, one case, and the acts on it. */
@NullMarked
package amends.cases.web;

import org.jspecify.annotations.NullMarked;
