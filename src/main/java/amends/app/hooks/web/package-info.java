/** Pages and routes of the web hooks. */
@NullMarked
package amends.app.hooks.web;

import org.jspecify.annotations.NullMarked;
