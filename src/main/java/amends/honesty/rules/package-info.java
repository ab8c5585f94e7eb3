/**
 * The rules for honest words, as data for each language, and how a text is read by them. Pure
 * functions: no database, no clock.
 */
@NullMarked
package amends.honesty.rules;

import org.jspecify.annotations.NullMarked;
