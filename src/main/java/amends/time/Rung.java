package amends.time;

import amends.shared.Subject;
import java.time.Instant;

/**
 * An alarm that rings.
 *
 * @param late whether more than a minute has passed since it was due, because the program was down
 */
public record Rung(long id, Subject guards, Instant dueAt, boolean late) {}
