package amends.messages.broadcast;

import amends.customers.Purpose;
import amends.messages.ManyErrands;
import amends.messages.Medium;
import amends.messages.Outlet;
import amends.shared.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes deliveries out of a list, a range of its numbers at a time. */
@Component
final class Expanding {
  /** So many numbers of a list in one act. */
  static final int RANGE = 10_000;

  /** Given up after so long; it begins anew with the first try. */
  private static final Duration TRIED_FOR = Duration.ofHours(72);

  private final JdbcClient sql;
  private final List<Outlet> outlets;
  private final Tallies tallies;
  private final ManyErrands errands;
  private final InstantSource clock;

  Expanding(
      JdbcClient sql,
      List<Outlet> outlets,
      Tallies tallies,
      ManyErrands errands,
      InstantSource clock) {
    this.sql = sql;
    this.outlets = List.copyOf(outlets);
    this.tallies = tallies;
    this.errands = errands;
    this.clock = clock;
  }

  /**
   * Lays the deliveries of one range, in the act that notes that it has been done; letters and
   * calls become tasks of colleagues.
   */
  void expand(Broadcast broadcast, int from, int to) {
    Broadcast.Going going = Objects.requireNonNull(broadcast.going());
    Instant now = clock.instant();
    int laid =
        sql.sql(
                """
                insert into delivery (message_id, customer_id, channel, address, created_at,
                  give_up_at, ready_at, connection_id, mass)
                select :message, p.customer_id, p.channel, p.address, :now, :giveUp, :ready,
                  case p.channel when 'sms' then cast(:sms as bigint) end, true
                from broadcast_person p
                where p.broadcast_id = :id and p.no > :from and p.no <= :to
                  and p.channel is not null and p.left_out is null
                """)
            .param("message", going.messageId())
            .param("id", broadcast.id())
            .param("from", from)
            .param("to", to)
            .param("now", Sql.at(now))
            .param("giveUp", Sql.at(now.plus(TRIED_FOR)))
            .param("ready", Sql.at(going.leavesAt()))
            .param("sms", connection(broadcast.words().brandId()), java.sql.Types.BIGINT)
            .update();
    if (laid > 0) {
      tallies.add(broadcast.id(), new Tallies.Move(laid, 0, 0, 0, 0, 0));
      errands.lay(broadcast.mailing(), going.leavesAt());
    }
  }

  /** Whoever must not be called any more is left out while the others wait. */
  void lookAtCalls(Broadcast broadcast) {
    errands.lookAtCalls(broadcast.mailing());
  }

  /** The highest number of its list. */
  int last(long broadcast) {
    return sql.sql("select coalesce(max(no), 0) from broadcast_person where broadcast_id = :id")
        .param("id", broadcast)
        .query(Integer.class)
        .single();
  }

  private @Nullable Long connection(long brand) {
    return outlets.stream()
        .filter(o -> o.medium() == Medium.SMS)
        .flatMap(o -> o.connection(brand).stream())
        .findFirst()
        .orElse(null);
  }

  /** Who was named one by one stands on the list now. */
  void forgetNames(long broadcast) {
    sql.sql("delete from broadcast_named where broadcast_id = :id").param("id", broadcast).update();
  }

  /** Ends deliveries of a broadcast that was stopped; what is in a courier's hand stays there. */
  int sweep(Broadcast broadcast, String why) {
    Broadcast.Going going = Objects.requireNonNull(broadcast.going());
    int stopped =
        sql.sql(
                """
                with stopped as (
                  update delivery set done_at = :now, suppressed_why = :why, fence = fence + 1
                  where id in (select id from delivery
                    where message_id = :message and done_at is null and mass
                      and (leased_until is null or leased_until <= :now)
                    limit :most for update skip locked)
                  returning id),
                tasks as (
                  update errand e set done_at = :now from stopped s
                  where e.delivery_id = s.id and e.done_at is null)
                select count(*) from stopped
                """)
            .param("message", going.messageId())
            .param("why", why)
            .param("now", Sql.at(clock.instant()))
            .param("most", RANGE)
            .query(Integer.class)
            .single();
    if (stopped > 0) {
      tallies.add(broadcast.id(), new Tallies.Move(0, 0, 0, 0, 0, stopped));
    }
    return stopped;
  }

  /** Whether something of it is still to be sent. */
  boolean owes(Broadcast broadcast) {
    Broadcast.Going going = Objects.requireNonNull(broadcast.going());
    return sql.sql(
            """
            select exists (select from delivery
              where message_id = :message and done_at is null and mass)
            """)
        .param("message", going.messageId())
        .query(Boolean.class)
        .single();
  }

  /** Whether machines have something of it to carry still. */
  boolean owesByMachine(Broadcast broadcast) {
    Broadcast.Going going = Objects.requireNonNull(broadcast.going());
    return sql.sql(
            """
            select exists (select from delivery where message_id = :message and done_at is null
              and mass and channel not in ('letter', 'phone', 'note'))
            """)
        .param("message", going.messageId())
        .query(Boolean.class)
        .single();
  }

  ManyErrands.Left left(Broadcast broadcast) {
    return errands.left(Objects.requireNonNull(broadcast.going()).messageId());
  }

  /** How many of its deliveries may not leave before a later moment, and when the last may. */
  record Waits(int many, @Nullable Instant last) {}

  Waits waits(Broadcast broadcast) {
    Broadcast.Going going = Objects.requireNonNull(broadcast.going());
    if (broadcast.words().purpose() == Purpose.SAFETY) {
      return new Waits(0, null);
    }
    return sql.sql(
            """
            select count(*) as many, max(ready_at) as last from delivery
            where message_id = :message and done_at is null and mass and ready_at > :now
              and channel in ('email', 'sms')
            """)
        .params(Map.of("message", going.messageId(), "now", Sql.at(clock.instant())))
        .query((rs, n) -> new Waits(rs.getInt("many"), Sql.instantOrNull(rs, "last")))
        .single();
  }
}
