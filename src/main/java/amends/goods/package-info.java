/**
 * Room for what was sold to whom: products, lots, units and orders, with the ids that other systems
 * know them by.
 *
 * <p>Owns: {@code product}, {@code lot}, {@code unit}, {@code purchase_order}, {@code order_line},
 * {@code stop_mark}, {@code stock}.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "shared :: page",
      "shared :: api",
      "time",
      "journal",
      "staff",
      "customers"
    })
@NullMarked
package amends.goods;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
