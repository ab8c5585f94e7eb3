package amends.cases;

import amends.remedies.Matter;
import amends.remedies.MatterSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Remedies are given in cases. */
@Component
final class CaseMatters implements MatterSource {
  private final CaseRows rows;
  private final Lands lands;

  CaseMatters(CaseRows rows, Lands lands) {
    this.rows = rows;
    this.lands = lands;
  }

  @Override
  public String kind() {
    return "case";
  }

  @Override
  public Optional<Matter> matter(long id) {
    return rows.find(id).map(this::of);
  }

  @Override
  public Optional<Matter> held(long id) {
    return rows.find(id).map(found -> of(rows.lock(id)));
  }

  private Matter of(Case matter) {
    Lands.Known known = lands.of(matter.id());
    return new Matter(
        matter.asSubject(),
        matter.customerId(),
        matter.brandId(),
        matter.teamId(),
        matter.scope(),
        matter.closed(),
        known.country(),
        matter.unitId(),
        known.purchase());
  }
}
