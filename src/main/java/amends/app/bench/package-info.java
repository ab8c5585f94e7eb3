/**
 * Benches: each measures something beside a limit measured in the same run, so that the ratio says
 * more than the time.
 */
@NullMarked
package amends.app.bench;

import org.jspecify.annotations.NullMarked;
