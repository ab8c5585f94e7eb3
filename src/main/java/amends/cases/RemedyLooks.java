package amends.cases;

import amends.promises.Promise;
import amends.shared.Actor;
import org.springframework.stereotype.Component;

/** What is on its way keeps a case open: we look ourselves when nothing else comes first. */
@Component
final class RemedyLooks {
  private final NextMoment nextMoment;
  private final Letters letters;
  private final Brands brands;
  private final Rhythm rhythm;

  RemedyLooks(NextMoment nextMoment, Letters letters, Brands brands, Rhythm rhythm) {
    this.nextMoment = nextMoment;
    this.letters = letters;
    this.brands = brands;
    this.rhythm = rhythm;
  }

  void lookIfNothingIsOwed(Case matter) {
    if (nextMoment.owed(matter.id()).isEmpty()) {
      nextMoment.promise(
          matter,
          Promise.Kind.LOOK,
          letters.said(brands.of(matter.brandId()), "cases.remedy.on-its-way"),
          rhythm.lookBy(),
          Actor.SYSTEM);
    }
  }
}
