package amends.customers;

import amends.shared.Subject;
import java.util.List;

/**
 * What one room holds about customers. Every room that keeps words, names, addresses or files of
 * theirs has a bean of this type: it tells what it has, and makes it unreadable. Rooms are asked
 * from the bottom up when they tell and from the top down when they erase.
 */
public interface Holdings {
  /**
   * Stands where something stood that was erased; in no language, so that every page may show it.
   */
  String GONE = "[…]";

  /** The room's name, such as {@code messages}; also the heading of its part of an export. */
  String room();

  /** What of theirs carries the words of other rooms too, such as their cases. */
  default List<Subject> subjects(List<Long> customers) {
    return List.of();
  }

  /** What must be ended before they can be erased, such as an open case. */
  default List<Obstacle> obstacles(Traces traces) {
    return List.of();
  }

  /** Names of others that stand among what is theirs; an export leaves them out. */
  default List<String> others(Traces traces) {
    return List.of();
  }

  /** Hands over all that the room holds about them. */
  void tell(Traces traces, Telling to);

  /**
   * Makes unreadable all that the room holds about them, within the caller's act. Ids, moments,
   * codes and outcomes stay, so that counts, checks and the journal stay true.
   */
  void erase(Traces traces, Wiping wiping);

  /** All rooms have erased: what was made of their words, such as a search index, is made anew. */
  default void erased(Traces traces) {}
}
