package amends.messages.broadcast;

import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** People named one by one: our number, the number of their own system, or an e-mail address. */
@Component
@Order(40)
final class Named implements Audience {
  static final String CODE = "named";
  static final String LIST = "list";

  private final Permits permits;

  Named(Permits permits) {
    this.permits = permits;
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public List<Ask> asks(Voice t, Viewer viewer) {
    return List.of(
        new Ask(
            LIST,
            t.say("messages.broadcast.who.named.list"),
            t.say("messages.broadcast.who.named.hint"),
            List.of(),
            true));
  }

  /**
   * @throws Refusal when nobody is named
   */
  @Override
  public Query who(Map<String, String> asks, Viewer viewer) {
    permits.require(viewer, Permission.SEE_CUSTOMERS);
    return new Query(
        """
        select coalesce(i.id, x.id, e.customer_id) as customer_id, cast(null as bigint) as case_id, n.own
        from broadcast_named n
        left join customers_v_customer i
          on n.given ~ '^[0-9]{1,18}$' and i.id = case when n.given ~ '^[0-9]{1,18}$'
            then cast(n.given as bigint) end
        left join customers_v_customer x on i.id is null and x.external_id = n.given
        left join customers_v_contact e on i.id is null and x.id is null
          and e.channel = 'email' and e.address_norm = lower(n.given) and e.dead_at is null
        where n.broadcast_id = :broadcast
        """,
        Map.of());
  }
}
