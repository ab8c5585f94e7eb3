package amends.cases;

import amends.customers.Fading;
import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Retained;
import amends.shared.Sql;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was said, written and sent in closed cases. A duplicate is kept for as long as the case that
 * stands for it; what is held, for the case or its customer, stays.
 */
@Component
final class ClosedRetained implements Retained {
  /** So many in one act, so that nobody waits for it. */
  private static final int AN_ACT = 25;

  private static final String OLDER =
      """
      select c.id from amends_case c
      where c.closed_at < :than and c.forgotten_at is null
        and not exists (
          select from settlement s join amends_case o on o.id = s.survivor_id
          where s.case_id = c.id and s.undone_at is null and o.forgotten_at is null)
        and not exists (
          select from customers_v_hold k join customers_v_customer x on x.id = c.customer_id
          where k.subject_kind = 'case' and k.subject_id = c.id
            or k.subject_kind = 'customer' and k.subject_id in (x.id, x.merged_into))
      order by c.closed_at, c.id
      """;

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Fading fading;
  private final Journal journal;

  ClosedRetained(JdbcClient sql, InstantSource clock, Acts acts, Fading fading, Journal journal) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.fading = fading;
    this.journal = journal;
  }

  @Override
  public String kind() {
    return "cases";
  }

  /** Six years: as long as most claims can be brought. A house rule; an operator sets another. */
  @Override
  public int days() {
    return 2_190;
  }

  @Override
  public long older(Instant than) {
    return sql.sql("select count(*) from (%s) as old".formatted(OLDER))
        .param("than", Sql.at(than))
        .query(Long.class)
        .single();
  }

  @Override
  public int forget(Instant than, int most) {
    int gone = 0;
    while (gone < most) {
      int some = Math.min(AN_ACT, most - gone);
      int now = acts.call(() -> some(than, some));
      gone += now;
      if (now < some) {
        break;
      }
    }
    return gone;
  }

  /** Whoever has one of them in hand keeps it for today. */
  private int some(Instant than, int most) {
    List<Long> ids =
        sql.sql(OLDER + " limit :most for update of c skip locked")
            .param("than", Sql.at(than))
            .param("most", most)
            .query(Long.class)
            .list();
    if (ids.isEmpty()) {
      return 0;
    }
    Map<String, Integer> counts = fading.fade(ids.stream().map(Case::subject).toList());
    sql.sql("update amends_case set forgotten_at = :now where id = any(:ids)")
        .param("now", Sql.at(clock.instant()))
        .param("ids", ids.toArray(Long[]::new))
        .update();
    for (long id : ids) {
      journal.record(
          "case.forgotten",
          Case.subject(id),
          Actor.SYSTEM,
          id == ids.getFirst() ? counts : Map.of());
    }
    return ids.size();
  }
}
