package amends.cases;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the place of the usual contact: house rules, of which each has a person who
 * decided it and a moment at which somebody looks at it again.
 *
 * @param caseId in which it was decided
 * @param allCases whether it holds for every case of the customer
 * @param reason null only for a restriction, which nobody has to explain
 * @param decidedBy the person
 * @param untilAt when it ends by itself; null when only a word ends it
 * @param speaker of a representative; null else
 * @param agreement of a contact agreement; null else
 */
public record ContactRule(
    long id,
    long caseId,
    long customerId,
    Kind kind,
    boolean allCases,
    @Nullable String reason,
    long decidedBy,
    Instant fromAt,
    Instant reviewAt,
    @Nullable Instant untilAt,
    long promiseId,
    @Nullable Speaker speaker,
    @Nullable Agreement agreement) {

  /** The five reasons that may replace contact; there are no others. */
  public enum Kind {
    /** The customer asked for quiet. */
    QUIET,
    /** Somebody speaks for them. */
    REPRESENTATIVE,
    /** One channel, one person, a set rhythm. */
    AGREEMENT,
    /** Few people know of it, and approved words alone leave it. */
    RESTRICTED,
    /** The plan's tries have reached nobody. */
    UNREACHABLE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Kind of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * Who speaks for a customer.
   *
   * @param customerId of the representative, who is known like a customer
   * @param affiliation what they are to the customer: "daughter", "Marsh &amp; Lowe, solicitors"
   * @param evidence what was shown: "power of attorney of 3 May"
   * @param mayDecide whether they may decide, or only hear
   * @param instead whether they are addressed instead of the customer, or also
   */
  public record Speaker(
      long customerId, String affiliation, String evidence, boolean mayDecide, boolean instead) {}

  /**
   * How contact is kept.
   *
   * @param channel email, phone or letter
   * @param personId who alone writes and calls
   * @param everyDays the rhythm: nobody is left in silence for longer
   */
  public record Agreement(String channel, long personId, int everyDays) {}
}
