package amends.cases;

import amends.customers.Customers;
import amends.customers.Need;
import amends.customers.NeedsDue;
import amends.messages.Notice;
import amends.messages.NoticeTruth;
import amends.messages.Notices;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * On the day on which somebody looks whether a need still holds, whoever owns the customer's open
 * case is told, else the team; where none is open, the team of their last one.
 */
@Component
final class NeedNotices implements NoticeTruth {
  /** Each day of review is told of once: the number of the need and the day. */
  private static final long DAYS = 100_000;

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Notices notices;
  private final Customers customers;

  NeedNotices(JdbcClient sql, InstantSource clock, Notices notices, Customers customers) {
    this.sql = sql;
    this.clock = clock;
    this.notices = notices;
    this.customers = customers;
  }

  @EventListener
  void on(NeedsDue event) {
    Map<Long, Owed> byNeed = owners(event.needs());
    notices.tell(
        event.needs().stream()
            .filter(need -> byNeed.containsKey(need.id()))
            .map(need -> notice(need, byNeed.get(need.id())))
            .toList());
  }

  /** Who is told: a person, or else a team. */
  private record Owed(@Nullable Long person, long team) {}

  private static Notice notice(Need need, @Nullable Owed whose) {
    Owed owed = Objects.requireNonNull(whose);
    return new Notice(
        Notice.Kind.WARNING,
        source(need),
        Subject.of("customer", need.customerId()),
        "cases.notice.need",
        need.reviewAt(),
        owed.person(),
        owed.person() == null ? owed.team() : null);
  }

  private static Subject source(Need need) {
    long day = need.reviewAt().atZone(ZoneOffset.UTC).toLocalDate().toEpochDay();
    return Subject.of("need", need.id() * DAYS + day);
  }

  /** What is known to named people alone tells nobody else that there is something. */
  private Map<Long, Owed> owners(List<Need> needs) {
    Map<Long, Owed> owners = new HashMap<>();
    sql.sql(
            """
            select n.id, c.owner_id, c.team_id
            from unnest(cast(:needs as bigint[]), cast(:customers as bigint[])) as n(id, customer)
            cross join lateral (
              select c.owner_id, c.team_id from amends_case c
              where c.customer_id in (
                  select self_id from customers_v_self where customer_id = n.customer)
                and (c.named_only is null or c.owner_id is not null)
              order by c.closed_at is not null, c.id desc limit 1) c
            """)
        .param("needs", needs.stream().map(Need::id).toArray(Long[]::new))
        .param("customers", needs.stream().map(Need::customerId).toArray(Long[]::new))
        .query(rs -> {
          owners.put(
              rs.getLong("id"), new Owed(Sql.longOrNull(rs, "owner_id"), rs.getLong("team_id")));
        });
    return owners;
  }

  @Override
  public String sourceKind() {
    return "need";
  }

  /** Looked at again, or ended: then it is told no more. */
  @Override
  public Set<Long> stillTrue(Notice.Kind kind, Collection<Long> sources) {
    Instant now = clock.instant();
    Set<Long> due = new HashSet<>();
    customers
        .needsDue(sources.stream().map(source -> source / DAYS).toList(), now)
        .forEach(need -> due.add(source(need).id()));
    return due;
  }
}
