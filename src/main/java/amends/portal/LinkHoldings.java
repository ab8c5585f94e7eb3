package amends.portal;

import amends.customers.Holdings;
import amends.customers.Telling;
import amends.customers.Traces;
import amends.customers.Wiping;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Links that were sent to them, what they asked there, and how they were recognised. */
@Component
@Order(60)
final class LinkHoldings implements Holdings {
  @Override
  public String room() {
    return "portal";
  }

  @Override
  public void tell(Traces traces, Telling to) {
    to.rows(
        "portal_link",
        """
        select case_id, address, made_at, expires_at, revoked_at from portal_link
        where customer_id = any(:customers) order by id
        """);
    to.rows(
        "portal_request",
        """
        select case_id, kind, at, words, asked_at, decided_at, decision, why from portal_request
        where case_id = any(:cases) order by id
        """);
    to.rows(
        "identity_check",
        """
        select case_id, way, facts, checked_at from identity_check
        where case_id = any(:cases) order by id
        """);
  }

  @Override
  public void erase(Traces traces, Wiping wiping) {
    wiping.run(
        "portal_link",
        """
        update portal_link set address = :gone || id, revoked_at = coalesce(revoked_at, :at),
          revoked_by_kind = coalesce(revoked_by_kind, 'system'),
          revoked_by_id = coalesce(revoked_by_id, 0)
        where customer_id = any(:customers) or case_id = any(:cases)
          or lower(address) = any(:addresses)
        """);
    wiping.run(
        "step_up",
        "delete from step_up where customer_id = any(:customers) or case_id = any(:cases)");
    wiping.run(
        "portal_request",
        """
        update portal_request set words = :gone, why = case when why is not null then :gone end,
          rep_name = case when rep_name is not null then :gone end,
          rep_reach = case when rep_reach is not null then :gone end,
          rep_scope = case when rep_scope is not null then :gone end
        where case_id = any(:cases)
        """);
    wiping.run(
        "identity_check", "update identity_check set facts = '{}' where case_id = any(:cases)");
    wiping.run(
        "report_confirmation",
        """
        update report_confirmation set address = :gone, expires_at = least(expires_at, :at)
        where case_id = any(:cases) or lower(address) = any(:addresses)
        """);
  }
}
