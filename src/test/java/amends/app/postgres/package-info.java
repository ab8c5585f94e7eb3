@NullMarked
package amends.app.postgres;

import org.jspecify.annotations.NullMarked;
