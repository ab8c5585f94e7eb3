package amends.cases;

import amends.promises.Promise;
import amends.shared.Actor;
import amends.staff.Brand;
import org.springframework.stereotype.Component;

/** A matter that still waits in another help desk is opened by this house's own rhythm. */
@Component
final class PastOpening {
  private final Opening opening;
  private final Rhythm rhythm;
  private final Brands brands;
  private final Letters letters;

  PastOpening(Opening opening, Rhythm rhythm, Brands brands, Letters letters) {
    this.opening = opening;
    this.rhythm = rhythm;
    this.brands = brands;
    this.letters = letters;
  }

  /** Opens it with a look of our own; nobody here has promised its customer anything. */
  long open(PastMatter past, Actor by) {
    Brand brand = brands.of(past.brandId());
    NewCase draft =
        new NewCase(
            past.brandId(),
            past.teamId(),
            past.ownerId(),
            past.customerId(),
            past.channel(),
            past.subject(),
            past.happened(),
            null,
            past.orderId(),
            null,
            true,
            Promise.Kind.LOOK,
            letters.said(brand, "cases.past.look"),
            rhythm.answerBy(brand),
            by);
    return opening.open(draft).id();
  }
}
