package amends.complaints;

import amends.customers.Holdings;
import amends.customers.Telling;
import amends.customers.Traces;
import amends.customers.Wiping;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a complainant wanted, what was found and where they took it. */
@Component
@Order(65)
final class ComplaintHoldings implements Holdings {
  @Override
  public String room() {
    return "complaints";
  }

  @Override
  public void tell(Traces traces, Telling to) {
    to.rows(
        "complaint",
        """
        select case_id, received_at, way, wants, eligible, vulnerable, outcome, findings,
          redress_minor, redress_currency, decided_at, accepted_at, referred_at, referred_to,
          referred_words
        from complaint where case_id = any(:cases) order by id
        """);
  }

  @Override
  public void erase(Traces traces, Wiping wiping) {
    wiping.run(
        "complaint",
        """
        update complaint set wants = :gone, eligible = :gone,
          findings = case when findings is not null then :gone end,
          referred_to = case when referred_to is not null then :gone end,
          referred_words = case when referred_words is not null then :gone end
        where case_id = any(:cases)
        """);
  }
}
