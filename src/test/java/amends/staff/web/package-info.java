/** Pages of sign-in, people and profile, seen from a browser. */
package amends.staff.web;
