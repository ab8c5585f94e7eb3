package amends.staff;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A colleague.
 *
 * @param active false after the person left
 * @param seenAt when the person last signed in; null for never
 */
public record Person(
    long id,
    String name,
    String email,
    Locale locale,
    ZoneId zone,
    boolean active,
    Instant createdAt,
    @Nullable Instant seenAt) {}
