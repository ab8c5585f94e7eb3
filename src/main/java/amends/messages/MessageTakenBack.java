package amends.messages;

import amends.shared.Actor;
import amends.shared.Subject;

/** Whoever wrote a message took it back before it left. */
public record MessageTakenBack(long messageId, Subject about, Actor by) {}
