package amends.messages.broadcast;

import amends.shared.Texts.Voice;
import amends.staff.Viewer;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whoever is on the list of another broadcast and has not got it: for a correction. */
@Component
@Order(100)
final class Rest implements Audience {
  static final String CODE = "rest";

  @Override
  public String code() {
    return CODE;
  }

  /** Nobody chooses it: a correction does. */
  @Override
  public List<Ask> asks(Voice t, Viewer viewer) {
    return List.of();
  }

  @Override
  public Query who(Map<String, String> asks, Viewer viewer) {
    return new Query(
        """
        select f.customer_id, f.case_id, f.own from broadcast_person f
        join broadcast g on g.id = f.broadcast_id
        where f.broadcast_id = :rest_of and not exists (
          select from delivery l where l.message_id = g.message_id
            and l.customer_id = f.customer_id
            and (l.accepted_at is not null or l.sending_at is not null))
        """,
        Map.of("rest_of", Long.parseLong(asks.getOrDefault("of", "0"))));
  }
}
