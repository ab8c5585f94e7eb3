/**
 * Runs that break something on purpose while mail comes in, and compare afterwards what was
 * promised with what is on record.
 */
package amends.faults;
