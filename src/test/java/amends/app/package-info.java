@NullMarked
package amends.app;

import org.jspecify.annotations.NullMarked;
