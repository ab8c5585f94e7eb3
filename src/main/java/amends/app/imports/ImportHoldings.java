package amends.app.imports;

import amends.customers.Holdings;
import amends.customers.Telling;
import amends.customers.Traces;
import amends.customers.Wiping;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What an import read of them and could not place. */
@Component
@Order(70)
final class ImportHoldings implements Holdings {
  /** Records that became theirs, and records that were refused and name them. */
  private static final String THEIRS =
      """
      (target_kind = 'customer' and target_id = any(:customers)
        or target_kind = 'case' and target_id = any(:cases)
        or target_kind = 'order' and target_id = any(:orders)
        or target_id is null and exists (
          select from unnest(cast(:addresses as text[])) as a(address)
          where a.address like '%@%' and position(a.address in lower(cast(kept as text))) > 0))
      """;

  @Override
  public String room() {
    return "app";
  }

  @Override
  public void tell(Traces traces, Telling to) {
    to.rows(
        "import_item",
        "select source, kind, external_id, cast(kept as text) as kept, read_at from import_item where "
            + THEIRS);
  }

  /** A key that is an address is told apart by its hash from then on. */
  @Override
  public void erase(Traces traces, Wiping wiping) {
    wiping.run(
        "import_item",
        """
        update import_item set kept = null, detail = null, hash = cast('' as bytea),
          external_id = case when lower(external_id) = any(:addresses)
            or lower(external_id) = any(:names)
            then encode(sha256(convert_to(external_id, 'UTF8')), 'hex') else external_id end
        where
        """
            + THEIRS);
  }
}
