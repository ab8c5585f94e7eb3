/**
 * The outermost room: main, wiring, security chain, embedded PostgreSQL, command line, health. May
 * use every other room; none may use it.
 *
 * <p>Owns: {@code installation}, {@code job}, {@code import_item}, {@code retention}.
 */
@ApplicationModule
@NullMarked
package amends.app;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
