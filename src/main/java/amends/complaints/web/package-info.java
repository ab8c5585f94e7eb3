/** Pages about formal complaints. */
@NullMarked
package amends.complaints.web;

import org.jspecify.annotations.NullMarked;
