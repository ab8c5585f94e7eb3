package amends.remedies;

import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether what somebody wants to give is told in full and fits together, before it is ruled on. */
@Component
final class Wishes {
  private final WishRows rows;
  private final InstantSource clock;

  Wishes(JdbcClient sql, InstantSource clock) {
    this.rows = new WishRows(sql);
    this.clock = clock;
  }

  /**
   * What is known of it; whether it fits together is not looked at yet.
   *
   * @throws NotFound when there is no such remedy
   */
  Wished wished(Matter matter, Wanted wanted) {
    return rows.of(matter, wanted, clock.instant())
        .orElseThrow(() -> new NotFound(Subject.of("remedy", wanted.remedyId())));
  }

  /**
   * @throws Refusal of the field that is wrong
   */
  void check(Wanted wanted, Wished wished, List<Piece> pieces) {
    Remedy remedy = wished.remedy();
    if (wanted.reason().isBlank()) {
      throw new Refusal("reason", "remedies.refusal.no-reason");
    }
    if (wanted.cause() != null && !wished.causeStands()) {
      throw new Refusal("cause", "remedies.refusal.cause");
    }
    if (pieces.stream().anyMatch(piece -> piece.remedy().interim() != remedy.interim())) {
      throw new Refusal("remedy", "remedies.refusal.parts-interim");
    }
    checkBridge(wanted.interim(), remedy);
    checkUnit(wanted, wished, pieces);
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

  private static void checkUnit(Wanted wanted, Wished wished, List<Piece> pieces) {
    List<Remedy> units =
        pieces.stream().map(Piece::remedy).filter(one -> one.kind().isUnit()).toList();
    Long id = wanted.unitId();
    if (id != null && units.size() != 1) {
      throw new Refusal("unit", "remedies.refusal.unit-for-nothing");
    }
    if (id != null) {
      Wished.Unit unit = wished.unit();
      if (unit == null) {
        throw new NotFound(Subject.of("unit", id));
      }
      Long product = units.getFirst().productId();
      if (product != null && product != unit.productId()) {
        throw new Refusal("unit", "remedies.refusal.other-product", unit.serial());
      }
    } else if (units.stream().anyMatch(one -> one.productId() == null)) {
      throw new Refusal("unit", "remedies.refusal.no-unit");
    }
    Long failed = wanted.replacesUnitId();
    if (failed != null) {
      if (!wished.failedKnown()) {
        throw new NotFound(Subject.of("unit", failed));
      }
      if (failed.equals(id)) {
        throw new Refusal("unit", "remedies.refusal.same-unit");
      }
    }
  }
}
