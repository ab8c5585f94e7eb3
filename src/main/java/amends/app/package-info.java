/**
 * The outermost room: main, wiring, security chain, embedded PostgreSQL, command line, health. May
 * use every other room; none may use it.
 *
 * <p>Owns: {@code installation}, {@code job}, {@code import_item}, {@code check_mark}, {@code
 * hook}, {@code hook_secret}, {@code hook_call}, {@code hook_in}, {@code hook_arrival}, {@code
 * retention}.
 */
@ApplicationModule
@NullMarked
package amends.app;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
