/** The command line: one small class for each command, and the one place that picks it. */
@NullMarked
package amends.app.commands;

import org.jspecify.annotations.NullMarked;
