/** People, permissions, signing in. */
package amends.staff;
