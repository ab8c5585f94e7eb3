/**
 * Web hooks: other programs are called when something happened here, and call when something
 * happened there. Out: the journal's feed becomes calls, one row each, signed and tried for days.
 * In: what comes is checked, stored as it came, and then done by the same acts as the API's.
 */
@NullMarked
package amends.app.hooks;

import org.jspecify.annotations.NullMarked;
