package amends.remedies;

import java.util.List;

/**
 * Who knows what must not be shipped, or only with open eyes. Implemented by this room for what it
 * knows itself, and by rooms above for what only they know. Asked before a promise and again before
 * it leaves, in that transaction.
 */
public interface Hazards {
  List<Hazard> of(Sending what);
}
