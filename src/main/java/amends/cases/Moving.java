package amends.cases;

import amends.shared.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a promise is to be moved.
 *
 * @param toldIn the call in which the customer was told; null: they are written to now
 * @param why as the customer reads it; needed only for the message
 * @param instead what we offer instead; may be empty
 */
public record Moving(Instant dueAt, @Nullable Subject toldIn, String why, String instead) {}
