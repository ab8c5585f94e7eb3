/**
 * How moments are said: a small grammar whose words and rules are data, one file for each language.
 * Pure functions: no database, no clock.
 */
@NullMarked
package amends.time.words;

import org.jspecify.annotations.NullMarked;
