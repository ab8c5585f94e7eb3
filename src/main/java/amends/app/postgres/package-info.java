/**
 * The embedded PostgreSQL: unpacks it, initialises it, starts it as a direct child, survives what a
 * killed process left behind and stops it. Plain Java: commands use it without Spring.
 */
@NullMarked
package amends.app.postgres;

import org.jspecify.annotations.NullMarked;
