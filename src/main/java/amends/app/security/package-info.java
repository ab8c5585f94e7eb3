/** Who comes in: the security chain, its headers, and the viewer of each request. */
@NullMarked
package amends.app.security;

import org.jspecify.annotations.NullMarked;
