@NullMarked
package amends.app.hooks.web;

import org.jspecify.annotations.NullMarked;
