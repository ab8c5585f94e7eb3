package amends.honesty;

import java.util.List;
import java.util.Optional;

/**
 * Who knows whether words are true. Rooms above implement it as a bean, each for what it knows; one
 * that knows nothing of a question answers empty.
 */
public interface Evidence {
  /** What is to be known. */
  enum Matter {
    /** Has something like this happened to others? */
    SIMILAR,
    /** Is there a dated improvement so that it will not happen again? */
    IMPROVEMENT,
    /** Has the person who is named accepted to do it? */
    ACCEPTED,
    /** Is what is promised there: stock, a slot? */
    CERTAIN,
    /** Have we said sorry for this before? */
    APOLOGISED
  }

  /**
   * @param claims the sentences that are checked: one, or all that claim the same of the matter
   */
  record Question(Matter matter, DraftText draft, List<String> claims) {}

  /**
   * @param holds whether what was written is true as far as is known
   * @param proofs what shows it, at most a handful, the strongest first
   */
  record Answer(boolean holds, List<Proof> proofs) {}

  /**
   * Answers within a few milliseconds, from indexes, however much there is.
   *
   * @return empty when it does not know
   */
  Optional<Answer> on(Question question);
}
