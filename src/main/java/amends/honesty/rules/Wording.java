package amends.honesty.rules;

import java.util.List;

/**
 * Words that are looked for.
 *
 * @param pattern as it was written, all of it
 * @param ways in which they can stand there; the first of them that begins soonest is what is found
 */
record Wording(String pattern, boolean caseMinded, List<Way> ways) {}
