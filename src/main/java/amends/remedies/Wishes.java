package amends.remedies;

import amends.goods.Goods;
import amends.goods.Unit;
import amends.shared.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether what somebody wants to give is told in full and fits together, before it is ruled on. */
@Component
final class Wishes {
  private final Causes causes;
  private final Goods goods;
  private final InstantSource clock;

  Wishes(Causes causes, Goods goods, InstantSource clock) {
    this.causes = causes;
    this.goods = goods;
    this.clock = clock;
  }

  /**
   * @throws Refusal of the field that is wrong
   */
  void check(Wanted wanted, Remedy remedy, List<Piece> pieces) {
    if (wanted.reason().isBlank()) {
      throw new Refusal("reason", "remedies.refusal.no-reason");
    }
    String cause = wanted.cause();
    if (cause != null) {
      causes.require(cause);
    }
    if (pieces.stream().anyMatch(piece -> piece.remedy().interim() != remedy.interim())) {
      throw new Refusal("remedy", "remedies.refusal.parts-interim");
    }
    checkBridge(wanted.interim(), remedy);
    checkUnit(wanted, pieces);
  }

  /**
   * @throws Refusal when it bridges without saying why and until when, or is over already
   */
  void checkBridge(Wanted.@Nullable Bridge bridge, Remedy remedy) {
    if (!remedy.interim()) {
      if (bridge != null) {
        throw new Refusal("interim_until", "remedies.refusal.not-interim");
      }
      return;
    }
    if (bridge == null || bridge.why().isBlank()) {
      throw new Refusal("interim_why", "remedies.refusal.interim-why");
    }
    Instant now = clock.instant();
    if (!bridge.endsAt().isAfter(now)) {
      throw new Refusal("interim_until", "remedies.refusal.interim-until");
    }
  }

  private void checkUnit(Wanted wanted, List<Piece> pieces) {
    List<Remedy> units =
        pieces.stream().map(Piece::remedy).filter(one -> one.kind().isUnit()).toList();
    Long id = wanted.unitId();
    if (id != null && units.size() != 1) {
      throw new Refusal("unit", "remedies.refusal.unit-for-nothing");
    }
    if (id != null) {
      Unit unit = goods.unit(id);
      Long product = units.getFirst().productId();
      if (product != null && product != unit.product().id()) {
        throw new Refusal("unit", "remedies.refusal.other-product", unit.serial());
      }
    } else if (units.stream().anyMatch(one -> one.productId() == null)) {
      throw new Refusal("unit", "remedies.refusal.no-unit");
    }
    Long failed = wanted.replacesUnitId();
    if (failed != null) {
      goods.unit(failed);
      if (failed.equals(id)) {
        throw new Refusal("unit", "remedies.refusal.same-unit");
      }
    }
  }
}
