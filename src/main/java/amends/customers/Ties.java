package amends.customers;

import java.util.List;

/**
 * Why two who were declared one cannot be two again yet. A room that joined something of both has a
 * bean of this type; it is asked before a merge is undone.
 */
public interface Ties {
  /** What holds the ones and the others together; empty when nothing does. */
  List<Obstacle> between(List<Long> ones, List<Long> others);
}
