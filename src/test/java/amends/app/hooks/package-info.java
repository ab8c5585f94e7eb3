@NullMarked
package amends.app.hooks;

import org.jspecify.annotations.NullMarked;
