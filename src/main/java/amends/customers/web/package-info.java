/** The REST API of this room, and its pages. */
@NullMarked
package amends.customers.web;

import org.jspecify.annotations.NullMarked;
