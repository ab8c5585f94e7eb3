/** Tests of the house itself: its rooms, its walls and its rules, read off the sources. */
@NullMarked
package amends.house;

import org.jspecify.annotations.NullMarked;
