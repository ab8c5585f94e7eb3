/**
 * What every page of every room is made of: the page's frame, the viewer, clocks, forms, faces.
 * Other rooms name it as {@code shared :: page}.
 */
@NamedInterface("page")
@NullMarked
package amends.shared.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
