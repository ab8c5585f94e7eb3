/** Tests of the pages on which remedies are arranged. */
@NullMarked
package amends.remedies.web;

import org.jspecify.annotations.NullMarked;
