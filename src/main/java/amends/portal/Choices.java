package amends.portal;

import amends.cases.Case;
import amends.cases.CustomerSide;
import amends.remedies.Offer;
import amends.remedies.Offers;
import amends.remedies.Remedy;
import amends.remedies.Unchoosing;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.staff.Viewer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A customer chooses what makes it right: on their page, or by a colleague who has made sure who it
 * is. Money and parcels want a code besides. Each method is part of the caller's act.
 */
@Component
public final class Choices {
  private final Offers offers;
  private final Unchoosing unchoosing;
  private final StepUp stepUp;
  private final Identities identities;
  private final Side side;

  Choices(Offers offers, Unchoosing unchoosing, StepUp stepUp, Identities identities, Side side) {
    this.offers = offers;
    this.unchoosing = unchoosing;
    this.stepUp = stepUp;
    this.identities = identities;
    this.side = side;
  }

  /** How what they say arrives at the desk. */
  @Component
  record Side(CustomerActs acts, CustomerSide customer) {}

  /** What can be chosen now, the earliest first. */
  public List<Offer> open(Case matter) {
    return offers.of(matter.asSubject()).stream()
        .filter(Offer::open)
        .sorted(Comparator.comparing(Offer::offeredAt))
        .toList();
  }

  /** The last offer of which they said that nothing suits them; empty once there is another. */
  public Optional<Offer> refused(Case matter) {
    return offers.of(matter.asSubject()).stream()
        .max(Comparator.comparing(Offer::offeredAt))
        .filter(offer -> offer.refusedAt() != null);
  }

  /** Whether a code is asked for: money or something sent to their address is in it. */
  public boolean wantsProof(Acting by, long offerId, long choiceId) {
    return by.colleague() == null
        && choice(by, offerId, choiceId).map(choice -> wantsProof(choice.kind())).orElse(false);
  }

  static boolean wantsProof(Remedy.Kind kind) {
    return kind.isMoney() || sent(kind);
  }

  private static boolean sent(Remedy.Kind kind) {
    return switch (kind) {
      case REPLACEMENT, LOAN, GIFT, PACKAGE -> true;
      case REFUND, PART_REFUND, REPAIR, CREDIT, SERVICE_VISIT, WAIVER, NOTE -> false;
    };
  }

  private Optional<Offer.Choice> choice(Acting by, long offerId, long choiceId) {
    return offer(by, offerId).choices().stream()
        .filter(choice -> choice.id() == choiceId)
        .findFirst();
  }

  private Offer offer(Acting by, long offerId) {
    try {
      Offer offer = offers.get(offerId);
      if (offer.about().equals(by.matter().asSubject()) && offer.open()) {
        return offer;
      }
    } catch (NotFound gone) {
      // The same answer as for one that is over.
    }
    throw new Refusal("", "portal.choose.refusal.gone");
  }

  /**
   * Looks at the proof before the act: a try of a code counts whatever becomes of it.
   *
   * @return null where none is wanted
   */
  public StepUp.@Nullable Pass prove(Acting by, long offerId, long choiceId, String code) {
    Viewer colleague = by.colleague();
    if (colleague != null) {
      identities.require(by.matter().id(), colleague);
      return null;
    }
    if (!wantsProof(by, offerId, choiceId)) {
      return null;
    }
    return stepUp.check(by.matter(), code, "choice_code");
  }

  /**
   * They chose.
   *
   * @throws Refusal when it is no longer open
   */
  public void accept(Acting by, StepUp.@Nullable Pass pass, long offerId, long choiceId) {
    if (choice(by, offerId, choiceId).isEmpty()) {
      throw new Refusal("way", "portal.choose.refusal.way");
    }
    side.acts().arrive(by);
    if (pass != null) {
      stepUp.use(pass, by.matter(), by.actor());
    }
    offers.accept(offerId, choiceId, on(by), by.actor());
  }

  /** What they chose last, while they can take it back and choose otherwise; empty else. */
  public Optional<Offer> chosen(Case matter) {
    return unchoosing.open(matter.asSubject());
  }

  /**
   * They take back what they chose, and can choose again. It wants no code: nothing leaves by it.
   *
   * @throws Refusal when it has begun to leave, or the time to choose is over
   */
  public void takeBack(Acting by, long offerId) {
    Viewer colleague = by.colleague();
    if (colleague != null) {
      identities.require(by.matter().id(), colleague);
    }
    boolean theirs =
        offers.of(by.matter().asSubject()).stream().anyMatch(offer -> offer.id() == offerId);
    if (!theirs) {
      throw new Refusal("", "portal.choose.refusal.gone");
    }
    side.acts().arrive(by);
    unchoosing.takeBack(offerId, by.actor());
  }

  /** None of it suits them; what they say arrives like a letter of theirs, and is answered. */
  public void refuse(Acting by, long offerId, String words) {
    offer(by, offerId);
    side.acts().arrive(by);
    offers.refuse(offerId, words.strip(), on(by), by.actor());
    if (words.isBlank()) {
      side.customer().asked(by.matter().id(), by.actor());
    } else {
      side.acts().write(by, words, List.of());
    }
  }

  private String on(Acting by) {
    Viewer colleague = by.colleague();
    return colleague == null
        ? "page"
        : identities.holds(by.matter().id(), colleague).filter("letter"::equals).orElse("phone");
  }
}
