/** Pages and API of what can be given and by whom: catalogue, limits, budgets. */
@NullMarked
package amends.remedies.web;

import org.jspecify.annotations.NullMarked;
