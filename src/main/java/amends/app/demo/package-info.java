/**
 * The named world of the demo: Fernhill, nine days of it, made through the rooms' own doors on a
 * clock that is moved step by step until now. None of it is a bean outside of a demo.
 */
@NullMarked
package amends.app.demo;

import org.jspecify.annotations.NullMarked;
