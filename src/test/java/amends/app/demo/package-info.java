/** The demo world, built whole. */
package amends.app.demo;
