/**
 * The company's own sign-in (OpenID Connect), by Spring Security's client. Nothing of it is loaded
 * before it is used.
 */
@NullMarked
package amends.staff.provider;

import org.jspecify.annotations.NullMarked;
