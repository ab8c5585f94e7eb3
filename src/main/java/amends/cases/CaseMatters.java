package amends.cases;

import amends.remedies.Matter;
import amends.remedies.MatterSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Remedies are given in cases. */
@Component
final class CaseMatters implements MatterSource {
  private final CaseRows rows;

  CaseMatters(CaseRows rows) {
    this.rows = rows;
  }

  @Override
  public String kind() {
    return "case";
  }

  @Override
  public Optional<Matter> matter(long id) {
    return rows.find(id).map(CaseMatters::of);
  }

  @Override
  public Optional<Matter> held(long id) {
    return rows.find(id).map(found -> of(rows.lock(id)));
  }

  static Matter of(Case matter) {
    return new Matter(
        matter.asSubject(),
        matter.customerId(),
        matter.brandId(),
        matter.teamId(),
        matter.scope(),
        matter.closed(),
        null,
        matter.unitId());
  }
}
