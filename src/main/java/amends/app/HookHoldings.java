package amends.app;

import amends.customers.Holdings;
import amends.customers.Telling;
import amends.customers.Traces;
import amends.customers.Wiping;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What other programs sent of them, and what they answered. */
@Component
@Order(80)
final class HookHoldings implements Holdings {
  @Override
  public String room() {
    return "app";
  }

  @Override
  public void tell(Traces traces, Telling to) {
    to.rows(
        "hook_arrival",
        """
        select event, encode(body, 'escape') as body, came_at from hook_arrival
        where exists (select from unnest(cast(:addresses as text[])) as a(address)
          where a.address like '%@%' and position(convert_to(a.address, 'UTF8') in body) > 0)
        order by id
        """);
  }

  @Override
  public void erase(Traces traces, Wiping wiping) {
    wiping.run(
        "hook_arrival",
        """
        update hook_arrival set body = convert_to('{}', 'UTF8'), trouble = null
        where done_at is not null and exists (
          select from unnest(cast(:addresses as text[]) || cast(:names as text[])) as a(word)
          where position(encode(convert_to(a.word, 'UTF8'), 'escape') in lower(encode(body, 'escape'))) > 0)
        """);
    wiping.run(
        "hook_call",
        """
        update hook_call set last_body = null
        where exists (
          select from unnest(cast(:addresses as text[]) || cast(:names as text[])) as a(word)
          where position(a.word in lower(last_body)) > 0)
        """);
  }
}
