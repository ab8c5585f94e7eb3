package amends.honesty;

import amends.shared.Subject;
import java.time.Instant;

/**
 * Something that the system knows.
 *
 * @param about what it is: a case, a promise, an improvement
 * @param words one line about it, for colleagues
 * @param link where it can be looked at; empty where nowhere
 * @param at when it was
 */
public record Proof(Subject about, String words, String link, Instant at) {}
