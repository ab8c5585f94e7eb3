/** The REST API of this room. */
@NullMarked
package amends.goods.web;

import org.jspecify.annotations.NullMarked;
