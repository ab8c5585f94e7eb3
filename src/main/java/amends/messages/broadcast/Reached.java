package amends.messages.broadcast;

import amends.shared.NotFound;
import amends.shared.Subject;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whoever got another broadcast, or its correction: for what was promised there. */
@Component
@Order(35)
final class Reached implements Audience {
  static final String CODE = "reached";

  private static final int MOST = 50;

  private final BroadcastRows rows;
  private final Permits permits;

  Reached(BroadcastRows rows, Permits permits) {
    this.rows = rows;
    this.permits = permits;
  }

  @Override
  public String code() {
    return CODE;
  }

  /** Nothing where none was started. */
  @Override
  public List<Ask> asks(Voice t, Viewer viewer) {
    List<Choice> started =
        rows.newest(null, MOST).stream()
            .filter(b -> b.going() != null && may(b, viewer))
            .map(b ->
                Choice.of(
                    String.valueOf(b.id()),
                    t.say(
                        "messages.broadcast.who.reached.one",
                        b.words().subject(),
                        String.valueOf(b.id()))))
            .toList();
    return started.isEmpty()
        ? List.of()
        : List.of(Ask.choice("of", t.say("messages.broadcast.who.reached.of"), started));
  }

  private boolean may(Broadcast one, Viewer viewer) {
    return permits.may(viewer, Permission.BROADCAST, Broadcasts.scope(one.words().brandId()));
  }

  @Override
  public Query who(Map<String, String> asks, Viewer viewer) {
    String typed = asks.getOrDefault("of", "");
    long of = typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
    if (!may(rows.get(of), viewer)) {
      throw new NotFound(Subject.of("broadcast", of));
    }
    return new Query(
        """
        select f.customer_id, f.case_id, f.own from broadcast_person f
        join broadcast g on g.id = f.broadcast_id and (g.id = :reached_of or g.corrects_id = :reached_of)
        where exists (select from delivery l where l.message_id = g.message_id
          and l.customer_id = f.customer_id and l.accepted_at is not null and l.failed_at is null)
        """,
        Map.of("reached_of", of));
  }
}
