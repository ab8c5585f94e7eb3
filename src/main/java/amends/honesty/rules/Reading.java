package amends.honesty.rules;

import amends.honesty.rules.Clauses.Clause;
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
  private @Nullable List<Clause> clauses;

  Reading(String text, boolean moment, Clauses subjects) {
    this.text = text;
    this.moment = moment;
    this.subjects = subjects;
    this.plain = Wording.plain(text);
  }

  Matcher matcher(Wording wording) {
    return wording.in(text, plain);
  }

  boolean bears(Wording wording) {
    return matcher(wording).find();
  }

  boolean bears(Wording wording, Clause there) {
    return matcher(wording).region(there.start(), there.end()).find();
  }

  /** Told apart only where a rule asks by whom something is. */
  List<Clause> clauses() {
    if (clauses == null) {
      clauses = subjects.of(text, plain);
    }
    return clauses;
  }
}
