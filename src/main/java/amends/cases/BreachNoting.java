package amends.cases;

import amends.journal.Entry;
import amends.journal.Journal;
import amends.messages.Notice;
import amends.messages.NoticeTruth;
import amends.messages.Notices;
import amends.promises.Promise;
import amends.promises.PromiseKept;
import amends.promises.PromisesBroken;
import amends.shared.Actor;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes by itself that a standing promise was not kept: when a promise was broken that one covers
 * which stood when it was given. A thousand that break at once are noted in one statement.
 */
@Component
final class BreachNoting implements NoticeTruth {
  private static final String SOURCE = "guarantee_breach";

  /**
   * As somebody said, else where the order went, else where the unit was sent last; a guess from
   * the customer's language is too little to owe somebody something.
   */
  private static final String COUNTRY =
      """
      coalesce(c.country,
        (select o.country from goods_v_order o where o.id = coalesce(c.order_id, b.order_id)),
        (select o.country from goods_v_order_line l join goods_v_order o on o.id = l.order_id
          where l.unit_id = c.unit_id and o.country is not null order by o.placed_at desc limit 1))\
      """;

  /** The unit's product where one is named, else anything of the order. */
  private static final String ABOUT =
      """
      exists (
        select from (
          select u.product_id from goods_v_unit u where u.id = c.unit_id
          union all
          select l.product_id from goods_v_order_line l
            where c.unit_id is null and l.order_id = coalesce(c.order_id, b.order_id)) y
        join goods_v_product x on x.id = y.product_id
        where x.external_id = any(g.only_products) or x.brand = any(g.only_makers))\
      """;

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Journal journal;
  private final Notices notices;

  BreachNoting(JdbcClient sql, InstantSource clock, Journal journal, Notices notices) {
    this.sql = sql;
    this.clock = clock;
    this.journal = journal;
    this.notices = notices;
  }

  private record Noted(long id, long guarantee, long promise) {}

  @EventListener
  void on(PromisesBroken event) {
    note(event.promises());
  }

  /** Reported after its moment, before its alarm rang: late is late. */
  @EventListener
  void on(PromiseKept event) {
    Promise.Moments moments = event.promise().moments();
    if (event.promise().broken() && Objects.equals(moments.brokenAt(), moments.madeGoodAt())) {
      note(List.of(event.promise()));
    }
  }

  /** Where nothing is covered, a million that break cost one look at the catalogue a batch. */
  private boolean covered() {
    return sql.sql("select exists (select from promises_v_guarantee where covers <> '{}')")
        .query(Boolean.class)
        .single();
  }

  private void note(List<Promise> broken) {
    if (!covered()) {
      return;
    }
    List<Noted> noted = insert(broken.stream().map(Promise::id).toArray(Long[]::new));
    if (noted.isEmpty()) {
      return;
    }
    Map<Long, Promise> promises =
        broken.stream().collect(Collectors.toMap(Promise::id, Function.identity()));
    journal.recordAll(noted.stream().map(n -> entry(n, of(promises, n))).toList());
    notices.tell(noted.stream().map(n -> notice(n, of(promises, n))).toList());
  }

  private static Promise of(Map<Long, Promise> promises, Noted noted) {
    return Objects.requireNonNull(promises.get(noted.promise()));
  }

  private List<Noted> insert(Long[] promises) {
    return sql.sql(
            """
            insert into case_guarantee (case_id, customer_id, guarantee_id, promise_id, noted_at)
            select c.id, p.customer_id, g.id, p.id, :now
            from promises_v_promise p
            left join amends_case c on p.subject_kind = 'case' and c.id = p.subject_id
            left join promises_v_booking b on b.promise_id = p.id
            join promises_v_guarantee g
              on case when p.kind = 'deed' then b.kind else p.kind end = any(g.covers)
              and g.made_at <= p.made_at and (g.retired_at is null or g.retired_at > p.made_at)
              and (g.brand_id is null or g.brand_id = coalesce(c.brand_id, b.brand_id))
              and (g.only_channels = '{}' or c.channel = any(g.only_channels))
              and (g.only_countries = '{}' or {country} = any(g.only_countries))
              and (g.only_products = '{}' and g.only_makers = '{}' or {about})
            where p.id = any(:promises) and (c.id is not null or b.id is not null)
            on conflict do nothing
            returning id, guarantee_id, promise_id
            """
                .replace("{country}", COUNTRY)
                .replace("{about}", ABOUT))
        .param("promises", promises)
        .param("now", Sql.at(clock.instant()))
        .query((rs, n) ->
            new Noted(rs.getLong("id"), rs.getLong("guarantee_id"), rs.getLong("promise_id")))
        .list();
  }

  private static Entry entry(Noted noted, Promise promise) {
    return new Entry(
        promise.about().kind() + ".guarantee_breached",
        promise.about(),
        Actor.SYSTEM,
        Map.of("guarantee", noted.guarantee(), "promise", noted.promise()));
  }

  /** Whoever owed it has to give what happens then. */
  private static Notice notice(Noted noted, Promise promise) {
    Long person = promise.owner().person();
    return new Notice(
        Notice.Kind.NEWS,
        Subject.of(SOURCE, noted.id()),
        promise.about(),
        "cases.notice.guarantee",
        promise.dueAt(),
        person,
        person == null ? promise.owner().team() : null);
  }

  @Override
  public String sourceKind() {
    return SOURCE;
  }

  @Override
  public Set<Long> stillTrue(Notice.Kind kind, Collection<Long> sources) {
    return new HashSet<>(
        sql.sql("select id from case_guarantee where id = any(:ids) and answered_at is null")
            .param("ids", sources.toArray(Long[]::new))
            .query(Long.class)
            .list());
  }
}
