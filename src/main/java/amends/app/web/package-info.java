/** Pages of the program itself: health, mail catcher, errors. */
@NullMarked
package amends.app.web;

import org.jspecify.annotations.NullMarked;
