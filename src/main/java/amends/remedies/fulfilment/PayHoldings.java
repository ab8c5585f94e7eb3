package amends.remedies.fulfilment;

import amends.customers.Holdings;
import amends.customers.Telling;
import amends.customers.Traces;
import amends.customers.Wiping;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What was paid and sent to them. What colleagues saw and what they themselves answered is erased;
 * amounts, moments and providers' numbers are the books.
 */
@Component
@Order(46)
final class PayHoldings implements Holdings {
  @Override
  public String room() {
    return "payments";
  }

  @Override
  public void tell(Traces traces, Telling to) {
    to.rows(
        "fulfilment",
        """
        select f.grant_id, f.what, f.amount_minor, f.currency, f.reference, f.ordered_at,
          a.their_id, a.outcome, a.outcome_at, a.evidence
        from fulfilment f left join attempt a on a.fulfilment_id = f.id
        where f.customer_id = any(:customers) order by f.id, a.id
        """);
    to.rows(
        "grant_stop",
        """
        select s.grant_id, s.way, s.reason, s.opened_at, s.answered_at, s.answer, s.decided_at,
          s.upheld, s.words
        from grant_stop s join remedy_grant g on g.id = s.grant_id
        where g.customer_id = any(:customers) order by s.id
        """);
  }

  @Override
  public void erase(Traces traces, Wiping wiping) {
    wiping.run(
        "attempt",
        """
        update attempt a set evidence = case when evidence is not null then :gone end
        from fulfilment f where f.id = a.fulfilment_id and f.customer_id = any(:customers)
        """);
    wiping.run(
        "grant_stop",
        """
        update grant_stop s set evidence = :gone,
          answer = case when answer is not null then :gone end,
          words = case when words is not null then :gone end,
          back_words = case when back_words is not null then :gone end
        from remedy_grant g where g.id = s.grant_id and g.customer_id = any(:customers)
        """);
  }
}
