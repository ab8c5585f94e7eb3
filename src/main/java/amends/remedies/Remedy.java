package amends.remedies;

import amends.shared.Money;
import amends.shared.Refusal;
import amends.shared.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be given, as the catalogue has it.
 *
 * @param code what stays the same when the remedy is written anew
 * @param interim bridges the time until a final remedy
 * @param leadDays whole working days, and {@code leadHours} working hours after them, before which
 *     nobody may promise that it is there
 * @param checkDays days after it should be there until the customer is asked whether it works
 * @param cost what one costs us; null where the amount is named with each grant
 * @param productId what is sent; null where that is chosen with each grant
 * @param brandId the only brand that gives it; null for all
 * @param country the only country in which it is given (ISO 3166); null for all
 * @param from the first day on which it is given; {@code to} the first on which it no longer is
 * @param words by language; never empty
 * @param parts of a package, in their order
 * @param named whether an amount is said with each grant; of a package that of the money in it
 * @param picks whether a piece is chosen with each grant
 */
public record Remedy(
    long id,
    String code,
    Kind kind,
    boolean interim,
    int leadDays,
    int leadHours,
    int checkDays,
    @Nullable Money cost,
    @Nullable Long productId,
    @Nullable Long brandId,
    @Nullable String country,
    LocalDate from,
    @Nullable LocalDate to,
    Map<String, Words> words,
    List<Long> parts,
    boolean named,
    boolean picks) {
  public Remedy {
    words = Map.copyOf(words);
    parts = List.copyOf(parts);
  }

  /** What kind of thing it is, which says how it leaves the house. */
  public enum Kind {
    REFUND,
    PART_REFUND,
    REPLACEMENT,
    REPAIR,
    CREDIT,
    GIFT,
    LOAN,
    SERVICE_VISIT,
    WAIVER,
    NOTE,
    /** Several of the others, given together. */
    PACKAGE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an amount of money is what is given. */
    public boolean isMoney() {
      return switch (this) {
        case REFUND, PART_REFUND, CREDIT, WAIVER -> true;
        case REPLACEMENT, REPAIR, GIFT, LOAN, SERVICE_VISIT, NOTE, PACKAGE -> false;
      };
    }

    /** A code of what it is once it is there: money is paid, a thing was sent, a deed is done. */
    public String end() {
      return switch (this) {
        case REFUND, PART_REFUND -> "paid";
        case CREDIT -> "credited";
        case WAIVER -> "waived";
        case REPAIR, SERVICE_VISIT -> "done";
        case REPLACEMENT, GIFT, LOAN, NOTE, PACKAGE -> "sent";
      };
    }

    /** Whether a unit leaves the house, which is looked at first. */
    public boolean isUnit() {
      return this == REPLACEMENT || this == LOAN;
    }

    /**
     * @throws Refusal when there is no such kind
     */
    public static Kind of(String code) {
      for (Kind kind : values()) {
        if (kind.code().equals(code)) {
          return kind;
        }
      }
      throw new Refusal("kind", "remedies.refusal.kind");
    }
  }

  /**
   * @param name in a few words
   * @param means what it is and what happens, for the customer
   * @param customerDoes what the customer has to do; empty for nothing
   */
  public record Words(String name, String means, String customerDoes) {}

  public Subject subject() {
    return Subject.of("remedy", id);
  }

  /** In this language, else in the first that there is. */
  public Words in(Locale locale) {
    Words own = words.get(locale.getLanguage());
    return own != null ? own : first();
  }

  private Words first() {
    return words.entrySet().stream()
        .min(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .orElseThrow();
  }

  public boolean inForce(LocalDate day) {
    return !day.isBefore(from) && (to == null || day.isBefore(to));
  }
}
