/** Pages of sign-in, people and one's own profile. */
@NullMarked
package amends.staff.web;

import org.jspecify.annotations.NullMarked;
