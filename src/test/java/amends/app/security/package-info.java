/** Who comes in, and with which headers the replies go out. */
package amends.app.security;
