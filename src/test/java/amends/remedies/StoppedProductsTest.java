package amends.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import amends.goods.NewStop;
import amends.goods.ProductSheet;
import amends.goods.StopMark;
import amends.shared.Actor;
import amends.shared.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A product that is stopped as a whole: what is promised of it, in whatever, and what was. */
class StoppedProductsTest extends Righting {
  /** A remedy that sends one of a product, which has its code. */
  private Remedy of(Remedy.Kind kind, String product) {
    goods.enterProducts(List.of(new ProductSheet(product, product, null)), Actor.SYSTEM);
    String code = "one-" + product.toLowerCase(Locale.ROOT);
    NewRemedy plain = draft(code, kind, false, gbp(400), List.of());
    long id = goods.product(product).orElseThrow().id();
    return catalogue.add(
        new NewRemedy(
            code,
            kind,
            false,
            plain.leadDays(),
            0,
            7,
            plain.cost(),
            id,
            null,
            null,
            LONG_AGO,
            null,
            plain.words(),
            List.of()),
        Actor.SYSTEM);
  }

  private void stopped(String product) {
    marks.set(
        new NewStop(product, null, null, StopMark.Reason.DANGER, "Its glaze.", "Report 15"),
        hanna.actor());
  }

  /** Only the first thing of a package was asked after. */
  @Test
  void everythingInAPackageIsAskedAfter() {
    String cup = "CUP";
    Remedy gift = of(Remedy.Kind.GIFT, cup);
    Remedy both =
        catalogue.add(
            draft("jug-and-cup", Remedy.Kind.PACKAGE, false, null, List.of(jug.id(), gift.id())),
            Actor.SYSTEM);
    Wanted wanted = Wanted.of(both.id(), null, "Both broke.").unit(unit("J-103"), null);
    assertThat(remedies.look(matter(), wanted, priya).ruling()).isInstanceOf(Ruling.Within.class);
    stopped(cup);
    clock.pass(Duration.ofMinutes(5));
    Safe.Blocked blocked = (Safe.Blocked) remedies.look(matter(), wanted, priya).safe();
    assertThat(blocked.hazards()).extracting(Hazard::code).contains("stopped_product");
    assertThat(refused(() -> remedies.grant(matter(), wanted, "", priya)).key())
        .startsWith("remedies.refusal.blocked.stopped_product");
  }

  /** It was promised, no piece had been found yet, and nobody heard that none may leave. */
  @Test
  void aWholeProductThatIsStoppedReopensWhatWasPromisedOfIt() {
    Remedy vase = of(Remedy.Kind.REPLACEMENT, "VASE");
    Subject about = matter();
    RemedyGrant grant = remedies.grant(about, Wanted.of(vase.id(), null, "It broke."), "", priya);
    assertThat(grant.unitId()).isNull();
    clock.pass(Duration.ofMinutes(5));
    stopped("VASE");
    assertThat(now(grant).fate().unsafeAt()).isEqualTo(clock.instant());
    assertThat(promises.about(about))
        .anyMatch(p -> p.owed() && p.words().startsWith("We tell you what we"));
  }
}
