/** Benches, tiny. */
@NullMarked
package amends.app.bench;

import org.jspecify.annotations.NullMarked;
