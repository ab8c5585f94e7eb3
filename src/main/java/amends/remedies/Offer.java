package amends.remedies;

import amends.shared.Money;
import amends.shared.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer can choose from. Silence neither takes nor refuses it.
 *
 * @param law the code of the {@link Statutes.Choice} that it answers; null for none
 * @param offeredBy a person's id, negative for a token
 * @param validUntil until when a choice can be made; what is left unanswered lapses, and we ask
 * @param chosenId the choice that was accepted
 * @param refusedWords what the customer said when they refused; empty when nothing
 * @param answeredOn page, message, phone or letter
 */
public record Offer(
    long id,
    Subject about,
    long customerId,
    long brandId,
    long teamId,
    @Nullable String law,
    String reason,
    long offeredBy,
    Instant offeredAt,
    Instant validUntil,
    List<Choice> choices,
    @Nullable Instant acceptedAt,
    @Nullable Long chosenId,
    @Nullable Instant refusedAt,
    @Nullable String refusedWords,
    @Nullable Instant withdrawnAt,
    @Nullable Instant lapsedAt,
    @Nullable String answeredOn) {
  public Offer {
    choices = List.copyOf(choices);
  }

  /** One thing to choose. */
  public record Choice(long id, int place, Wanted wanted, Remedy.Kind kind, Money amount) {
    /**
     * The money that the customer gets by it, of a package the money in it; null for none. What
     * something costs us is nothing to tell.
     */
    public @Nullable Money told() {
      Money money = kind == Remedy.Kind.PACKAGE ? wanted.amount() : kind.isMoney() ? amount : null;
      return money == null || money.minor() == 0 ? null : money;
    }
  }

  public boolean open() {
    return acceptedAt == null && refusedAt == null && withdrawnAt == null && lapsedAt == null;
  }

  public Subject subject() {
    return Subject.of("remedy_offer", id);
  }
}
