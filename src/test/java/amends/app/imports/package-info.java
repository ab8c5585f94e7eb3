@NullMarked
package amends.app.imports;

import org.jspecify.annotations.NullMarked;
