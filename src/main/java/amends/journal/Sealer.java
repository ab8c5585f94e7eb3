package amends.journal;

import amends.shared.Acts;
import amends.shared.Duty;
import amends.shared.Sql;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers and chains what has been committed. One node at a time holds the head row; whoever finds
 * it taken goes away, so that commits never queue behind a global head.
 */
@Component
public final class Sealer implements Duty {
  private static final int BATCH = 5_000;

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Anchors anchors;

  Sealer(JdbcClient sql, InstantSource clock, Acts acts, Anchors anchors) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.anchors = anchors;
  }

  @Override
  public String name() {
    return "sealer";
  }

  @Override
  public Duration pause() {
    return Duration.ofMillis(200);
  }

  @Override
  public boolean perform() {
    Optional<Head> sealed = acts.call(this::sealBatch);
    sealed.ifPresent(head -> anchors.drop(head.sealNo(), head.chain()));
    return sealed.map(Head::full).orElse(false);
  }

  private record Head(long sealNo, byte[] chain, boolean full) {}

  private record Pending(long entryId, byte[] hash) {}

  private Optional<Head> sealBatch() {
    Optional<Head> head =
        sql.sql("select seal_no, chain from journal_head for update skip locked")
            .query((rs, n) -> new Head(rs.getLong(1), rs.getBytes(2), false))
            .optional();
    return head.flatMap(this::sealBehind);
  }

  private Optional<Head> sealBehind(Head head) {
    List<Pending> pending =
        sql.sql(
                """
                select p.entry_id, e.hash from journal_pending p
                join journal_entry e on e.id = p.entry_id order by p.entry_id limit :batch
                """)
            .param("batch", BATCH)
            .query((rs, n) -> new Pending(rs.getLong(1), rs.getBytes(2)))
            .list();
    if (pending.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(write(head, pending));
  }

  private Head write(Head head, List<Pending> pending) {
    int n = pending.size();
    Long[] numbers = new Long[n];
    Long[] entries = new Long[n];
    byte[][] links = new byte[n][];
    byte[] chain = head.chain();
    for (int i = 0; i < n; i++) {
      Pending next = pending.get(i);
      numbers[i] = head.sealNo() + i + 1;
      entries[i] = next.entryId();
      chain = Chain.link(chain, numbers[i], next.entryId(), next.hash());
      links[i] = chain;
    }
    sql.sql(
            """
            with sealed as (
              insert into journal_seal (seal_no, entry_id, chain, sealed_at)
              select s.seal_no, s.entry_id, s.chain, :now from unnest(
                cast(:numbers as bigint[]), cast(:entries as bigint[]), cast(:links as bytea[]))
                as s(seal_no, entry_id, chain)),
            taken as (delete from journal_pending where entry_id = any(:entries)),
            moved as (update journal_head set seal_no = :last, chain = :chain)
            select pg_notify('amends_journal', cast(:last as text))
            """)
        .param("now", Sql.at(clock.instant()))
        .param("numbers", numbers)
        .param("entries", entries)
        .param("links", links)
        .param("last", numbers[n - 1])
        .param("chain", chain)
        .query((rs, row) -> true)
        .list();
    return new Head(numbers[n - 1], chain, n == BATCH);
  }
}
