/**
 * What speaks with whoever pays or sends for us: one small interface, and a class for each kind of
 * provider. Knows nothing of orders and rows; a call here is never made within an act.
 */
@NullMarked
package amends.remedies.pay;

import org.jspecify.annotations.NullMarked;
