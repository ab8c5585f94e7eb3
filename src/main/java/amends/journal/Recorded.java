package amends.journal;

import amends.shared.Actor;
import amends.shared.Subject;
import java.time.Instant;

/** Something that happened, as it stands in the journal. {@code payload} is JSON. */
public record Recorded(
    long id, Instant at, String kind, Subject subject, Actor actor, String payload) {}
