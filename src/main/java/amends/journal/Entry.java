package amends.journal;

import amends.shared.Actor;
import amends.shared.Subject;
import java.util.Map;

/**
 * Something that happened, about to be written down.
 *
 * @param kind a past-tense word with its room in front, such as {@code promise.kept}
 * @param payload ids, moments, codes and salted hashes; never names or text, so that an erasure
 *     leaves the chain valid
 */
public record Entry(String kind, Subject subject, Actor actor, Map<String, ?> payload) {
  public Entry(String kind, Subject subject, Actor actor) {
    this(kind, subject, actor, Map.of());
  }
}
