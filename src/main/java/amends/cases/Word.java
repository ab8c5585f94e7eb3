package amends.cases;

import amends.shared.Subject;
import java.time.Instant;

/**
 * One thing that was said in a case: a message, a call, a statement.
 *
 * @param said its beginning, in one line
 */
public record Word(Subject what, Instant at, String said) {}
