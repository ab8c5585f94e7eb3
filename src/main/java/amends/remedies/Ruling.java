package amends.remedies;

import amends.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The decision on what somebody wants to give, with its reason, before anything is promised. */
public sealed interface Ruling {

  /**
   * It can be given at once, without asking anybody.
   *
   * @param amount what it counts for
   * @param limit the authority that it is given under
   * @param used what counts already against the tightest bound
   * @param left what more could be given now in this matter, this amount included
   * @param by which bound is the tightest
   */
  record Within(Money amount, Limit limit, Money used, Money left, Bound by) implements Ruling {}

  /**
   * One step to one person.
   *
   * @param amount what it counts for
   * @param limit the authority that is not enough; null when there is none at all
   * @param left what could be given without asking
   * @param approver who answers
   * @param standIn who answers when the approver is away or the deadline rings; null for nobody
   * @param dueAt by when whoever is asked first answers
   * @param toldBy by when the customer hears, also when the stand-in has to answer
   */
  record Above(
      Money amount,
      @Nullable Limit limit,
      Money left,
      long approver,
      @Nullable Long standIn,
      Instant dueAt,
      Instant toldBy)
      implements Ruling {}

  /**
   * It cannot be given so, by anybody's word.
   *
   * @param words the key of the sentence that says why and what to do
   * @param left what could still be given back of what was paid; null where that is not the reason
   */
  record Never(Why why, String words, @Nullable Money left) implements Ruling {
    /** What the sentence names. */
    public Object[] args() {
      return left == null ? new Object[0] : new Object[] {Amounts.plain(left)};
    }
  }

  /** What bounds a limit first. */
  enum Bound {
    GRANT,
    MATTER,
    DAY,
    PERIOD
  }

  /** Why it can never be given so. */
  enum Why {
    /** The customer is the colleague. */
    OWN_CASE,
    /** The matter is over. */
    CLOSED,
    /** Nobody here gives money of this currency. */
    CURRENCY,
    /** Nothing, or less than nothing. */
    NEGATIVE,
    /** A refund of more than was paid, less what was given back already. */
    MORE_THAN_PAID,
    /** A refund in another currency than the one that was paid. */
    PAID_OTHERWISE,
    /** A stop mark or a recall stands in the way. */
    BLOCKED,
    /** Not in this brand or country, or not today. */
    NOT_HERE,
    /** Sooner than may be promised. */
    TOO_SOON,
    /** There is nobody whose authority reaches so far. */
    NOBODY
  }
}
