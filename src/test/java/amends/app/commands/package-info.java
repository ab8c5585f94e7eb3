@NullMarked
package amends.app.commands;

import org.jspecify.annotations.NullMarked;
