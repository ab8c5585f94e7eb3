/** Pages for customers, the report form, and the desk's view of a customer's page. */
@NullMarked
package amends.portal.web;

import org.jspecify.annotations.NullMarked;
