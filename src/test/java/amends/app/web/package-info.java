/** What every page stands on. */
package amends.app.web;
