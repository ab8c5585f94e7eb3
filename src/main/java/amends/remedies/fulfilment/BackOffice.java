package amends.remedies.fulfilment;

import amends.remedies.Matter;
import amends.shared.Money;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people have to do: pay by hand, pack and post, visit, write; and money to be claimed back.
 */
@Component
public final class BackOffice {
  private static final int AT_ONCE = 500;

  /** Behind everything that was promised. */
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private static final String WAITING =
      """
      select a.id, f.grant_id, f.what, g.kind, f.amount_minor, f.currency, f.customer_id,
        f.about_kind, f.about_id, f.reference, g.unit_id, a.made_at as since, g.promised_at
      from attempt a join fulfilment f on f.id = a.fulfilment_id
      join remedy_grant g on g.id = f.grant_id
      where a.carried_by = 'people' and a.done_at is null
        and not exists (select from grant_stop h where h.grant_id = f.grant_id
          and (h.decided_at is null or h.upheld))
      union all
      select 0, s.grant_id, 'reclaim', g.kind, f.amount_minor, f.currency, g.customer_id,
        g.subject_kind, g.subject_id, '', null, s.decided_at, null
      from grant_stop s join remedy_grant g on g.id = s.grant_id
      join fulfilment f on f.grant_id = g.id
      where s.way = 'reclaim' and s.upheld and s.back_at is null
      """;

  private final JdbcClient sql;
  private final Desk desk;

  BackOffice(JdbcClient sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /**
   * One thing to do.
   *
   * @param attemptId 0 for money that is to be claimed back
   * @param what money, shipment, task or reclaim
   * @param remedy its kind, a code
   * @param unitId what is to be sent; null while nobody has chosen
   * @param promisedAt when the customer was told that it is there; null when they were told nothing
   * @param matter null when the viewer may not know of it
   */
  public record Task(
      long attemptId,
      long grantId,
      String what,
      String remedy,
      @Nullable Money money,
      long customerId,
      String reference,
      @Nullable Long unitId,
      Instant since,
      @Nullable Instant promisedAt,
      @Nullable Matter matter) {}

  /** Behind which thing to do the next ones stand. */
  public record Place(Instant due, Instant since, long grantId, long attemptId) {
    static final Place FIRST = new Place(Instant.EPOCH, Instant.EPOCH, 0, 0);

    private static Place of(Task task) {
      Instant promised = task.promisedAt();
      return new Place(
          promised == null ? NEVER : promised, task.since(), task.grantId(), task.attemptId());
    }
  }

  /**
   * Some of what waits.
   *
   * @param next where it goes on; null when this is all
   */
  public record Part(List<Task> tasks, @Nullable Place next) {}

  /**
   * What waits, as far as the viewer may know of it: what was promised first comes first.
   *
   * @param after null for the first
   */
  public Part waiting(Viewer viewer, @Nullable Place after, int most) {
    desk.requirePaying(viewer);
    List<Task> found = read(viewer, after == null ? Place.FIRST : after, most + 1);
    boolean more = found.size() > most;
    List<Task> part = more ? found.subList(0, most) : found;
    return new Part(
        part.stream().filter(task -> task.matter() != null).toList(),
        more ? Place.of(part.getLast()) : null);
  }

  /** All that waits, read in parts. */
  public List<Task> all(Viewer viewer) {
    List<Task> all = new ArrayList<>();
    @Nullable Place next = null;
    do {
      Part part = waiting(viewer, next, AT_ONCE);
      all.addAll(part.tasks());
      next = part.next();
    } while (next != null);
    return all;
  }

  private List<Task> read(Viewer viewer, Place after, int most) {
    Map<Subject, Optional<Matter>> matters = new HashMap<>();
    return sql.sql(
            """
            select * from (%s) as w
            where (coalesce(promised_at, :never), since, grant_id, id) > (:due, :since, :grant, :id)
            order by coalesce(promised_at, :never), since, grant_id, id limit :most
            """
                .formatted(WAITING))
        .param("never", Sql.at(NEVER))
        .param("due", Sql.at(after.due()))
        .param("since", Sql.at(after.since()))
        .param("grant", after.grantId())
        .param("id", after.attemptId())
        .param("most", most)
        .query((rs, n) -> {
          String currency = rs.getString("currency");
          Subject about = Subject.of(rs.getString("about_kind"), rs.getLong("about_id"));
          return new Task(
              rs.getLong("id"),
              rs.getLong("grant_id"),
              rs.getString("what"),
              rs.getString("kind"),
              currency == null ? null : new Money(rs.getLong("amount_minor"), currency),
              rs.getLong("customer_id"),
              rs.getString("reference"),
              Sql.longOrNull(rs, "unit_id"),
              Sql.instant(rs, "since"),
              Sql.instantOrNull(rs, "promised_at"),
              matters.computeIfAbsent(about, a -> desk.matter(a, viewer)).orElse(null));
        })
        .list();
  }
}
