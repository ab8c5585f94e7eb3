package amends.cases;

import amends.promises.Guarantee;
import amends.shared.Subject;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A standing promise that was not kept towards a customer.
 *
 * @param caseId the case that it stands in; null where there is none yet
 * @param promiseId what was broken; null where a colleague noted it by hand
 * @param words of the promise that was broken; empty where a colleague noted it
 * @param answer what came of it; null while that is open
 * @param grantId what was given; null where it was nothing of the catalogue
 * @param reason in words of a colleague; empty where a grant says it
 */
public record Breach(
    long id,
    Guarantee guarantee,
    long customerId,
    @Nullable Long caseId,
    @Nullable Long promiseId,
    String words,
    Instant notedAt,
    Proposal proposal,
    @Nullable Instant answeredAt,
    @Nullable Answer answer,
    @Nullable Long grantId,
    String reason) {

  /** What came of it. */
  public enum Answer {
    /** What the catalogue of remedies has for it was given. */
    GRANTED,
    /** What happens then was done in another way. */
    DONE,
    /** It was not owed here: outside of whom it applies to. */
    NOT_DUE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Answer of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  public boolean open() {
    return answer == null;
  }

  public Subject asSubject() {
    return Subject.of("guarantee_breach", id);
  }
}
