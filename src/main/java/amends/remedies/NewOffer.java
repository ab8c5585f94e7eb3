package amends.remedies;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An offer to be made.
 *
 * @param law the code of the law that gives the customer a choice; null for none
 * @param singleReason why one remedy alone can be offered although that law asks for more
 */
public record NewOffer(
    List<Wanted> choices,
    String reason,
    Instant validUntil,
    @Nullable String law,
    @Nullable String singleReason) {
  public NewOffer {
    choices = List.copyOf(choices);
  }
}
