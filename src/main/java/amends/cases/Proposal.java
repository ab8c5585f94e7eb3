package amends.cases;

import amends.shared.Money;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed to whoever looks after a case in which a standing promise was not kept.
 *
 * @param remedyCode of the catalogue of remedies; null for none
 * @param amount how much of it; null where it has a price, or where nobody has said
 */
public record Proposal(@Nullable String remedyCode, @Nullable Money amount, Step step) {
  public static final Proposal NONE = new Proposal(null, null, Step.NONE);

  /** What to do first. */
  public enum Step {
    NONE,
    RING,
    WRITE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
