/**
 * The one way to call an address that somebody has typed: looked at before it is connected to,
 * bounded in time and size, following nothing.
 */
@NamedInterface("net")
@NullMarked
package amends.shared.net;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
