package amends.remedies;

import amends.shared.Subject;

/** What was given is no longer safe: a stop mark has been set since. The customer hears first. */
public record RemedyUnsafe(RemedyGrant grant, Subject evidence) {}
