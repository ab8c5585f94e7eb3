/**
 * Room for moments: working calendars, deadlines as data, moments in words, and the durable alarms
 * that ring once, late or not.
 *
 * <p>Owns: {@code alarm}, {@code calendar}, {@code calendar_hours}, {@code calendar_holiday},
 * {@code calendar_workday}, {@code deadline}.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package amends.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
