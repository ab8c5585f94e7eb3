@NullMarked
package amends.app.backup;

import org.jspecify.annotations.NullMarked;
