package amends.honesty.rules;

import amends.honesty.rules.Clauses.Clause;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A sentence as it is held against the rules: what is known of it once is known for all of them.
 */
final class Reading {
  final String text;

  /** Whether it names a moment ahead. */
  final boolean moment;

  private final boolean plain;
  private final Clauses subjects;
  private final BitSet pieces;
  private final BitSet asked;
  private final BitSet borne;
  private @Nullable List<Clause> clauses;

  Reading(String text, boolean moment, Clauses subjects, BitSet pieces, int ways) {
    this.text = text;
    this.moment = moment;
    this.subjects = subjects;
    this.pieces = pieces;
    this.asked = new BitSet(ways);
    this.borne = new BitSet(ways);
    this.plain = text.chars().allMatch(c -> c < 128);
  }

  /** Whether the pieces stand there without which these words cannot. */
  boolean may(Wording wording) {
    for (Way way : wording.ways()) {
      if (may(way)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a piece of this set stands there. */
  boolean may(int set) {
    return pieces.get(set);
  }

  private boolean may(Way way) {
    for (int set : way.needed) {
      if (!pieces.get(set)) {
        return false;
      }
    }
    return true;
  }

  boolean bears(Wording wording) {
    for (Way way : wording.ways()) {
      if (bears(way)) {
        return true;
      }
    }
    return false;
  }

  private boolean bears(Way way) {
    if (!asked.get(way.number)) {
      asked.set(way.number);
      borne.set(way.number, may(way) && matcher(way).find());
    }
    return borne.get(way.number);
  }

  boolean bears(Wording wording, Clause there) {
    return first(wording, there.start(), there.end()) != null;
  }

  /** Whichever way begins first, and of those that begin together the foremost. */
  @Nullable Matcher first(Wording wording, int start, int end) {
    Matcher first = null;
    for (Way way : wording.ways()) {
      if (may(way)) {
        Matcher found = matcher(way).region(start, end);
        if (found.find() && (first == null || found.start() < first.start())) {
          first = found;
        }
      }
    }
    return first;
  }

  /** Whether what stands from there on begins with these words. */
  boolean begins(Wording wording, int at) {
    for (Way way : wording.ways()) {
      if (may(way) && matcher(way).region(at, text.length()).lookingAt()) {
        return true;
      }
    }
    return false;
  }

  Matcher matcher(Way way) {
    return way.in(text, plain);
  }

  /** Told apart only where a rule asks by whom something is. */
  List<Clause> clauses() {
    if (clauses == null) {
      clauses = subjects.of(this);
    }
    return clauses;
  }
}
