package amends.journal;

import amends.shared.Actor;
import amends.shared.BoundedCheck;
import amends.shared.Sql;
import amends.shared.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * I10: reads the journal from its start, or from where it last stood, computes every hash anew and
 * names the first entry that does not fit, a gap, a cut-off end, or an anchor that disagrees.
 */
@Component
final class ChainCheck implements BoundedCheck {
  /** Ten times as many stayed in memory for so long that the heap grew by a third of a gigabyte. */
  private static final int PAGE = 1_000;

  private final JdbcClient sql;
  private final Anchors anchors;
  private long verifiedTo;
  private byte[] verifiedChain = Chain.START;

  ChainCheck(JdbcClient sql, Anchors anchors) {
    this.sql = sql;
    this.anchors = anchors;
  }

  @Override
  public String code() {
    return "I10";
  }

  @Override
  public String words() {
    return "journal.check.chain";
  }

  private record Link(
      long sealNo, long entryId, byte[] chain, byte[] storedHash, byte[] computedHash) {}

  @Override
  public long head() {
    return sql.sql("select seal_no from journal_head").query(Long.class).single();
  }

  @Override
  public synchronized List<Finding> run() {
    verifiedTo = 0;
    verifiedChain = Chain.START;
    return fromHere(0);
  }

  /**
   * What stood verified may have been cut off since, or restored from elsewhere: then start over.
   */
  @Override
  public synchronized List<Finding> runSince(long mark) {
    byte[] chain = mark == 0 ? Chain.START : chainAt(mark);
    if (chain == null || (verifiedTo == mark && !Arrays.equals(verifiedChain, chain))) {
      return run();
    }
    verifiedTo = mark;
    verifiedChain = chain;
    return fromHere(entryAt(mark) - OVERLAP);
  }

  private byte @Nullable [] chainAt(long sealNo) {
    return sql.sql("select chain from journal_seal where seal_no = :no")
        .param("no", sealNo)
        .query(byte[].class)
        .optional()
        .orElse(null);
  }

  private long entryAt(long sealNo) {
    return sql.sql("select entry_id from journal_seal where seal_no = :no")
        .param("no", sealNo)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /**
   * @param from entries after this one are either sealed or wait for it
   */
  private List<Finding> fromHere(long from) {
    List<Finding> findings = new ArrayList<>();
    Map<Long, byte[]> anchored = new HashMap<>();
    anchors.read().forEach(a -> anchored.put(a.sealNo(), a.chain()));
    walk(anchored, findings);
    if (findings.isEmpty()) {
      checkEnds(anchored, from, findings);
    }
    return findings;
  }

  private void walk(Map<Long, byte[]> anchored, List<Finding> findings) {
    List<Link> page;
    do {
      page = page(verifiedTo);
      for (Link link : page) {
        String fault = fault(link, anchored.get(link.sealNo()));
        if (!fault.isEmpty()) {
          findings.add(finding(link.entryId(), fault));
          return;
        }
        verifiedTo = link.sealNo();
        verifiedChain = link.chain();
      }
    } while (page.size() == PAGE);
  }

  private String fault(Link link, byte @Nullable [] anchor) {
    if (link.sealNo() != verifiedTo + 1) {
      return "seals " + (verifiedTo + 1) + " to " + (link.sealNo() - 1) + " are missing";
    }
    if (!Arrays.equals(link.storedHash(), link.computedHash())) {
      return "the entry was changed after it was written";
    }
    byte[] expected = Chain.link(verifiedChain, link.sealNo(), link.entryId(), link.computedHash());
    if (!Arrays.equals(expected, link.chain())) {
      return "seal " + link.sealNo() + " does not follow from the one before it";
    }
    return anchor == null || Arrays.equals(anchor, link.chain())
        ? ""
        : "seal " + link.sealNo() + " differs from the anchor kept outside the database";
  }

  private void checkEnds(Map<Long, byte[]> anchored, long from, List<Finding> findings) {
    long newest = anchored.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    if (newest > verifiedTo) {
      findings.add(finding(0, "the newest entries are gone: seal " + newest + " was anchored"));
    }
    sql.sql(
            """
            select e.id from journal_entry e
            where e.id > :from
              and not exists (select from journal_seal s where s.entry_id = e.id)
              and not exists (select from journal_pending p where p.entry_id = e.id)
            order by e.id limit :most
            """)
        .param("from", from)
        .param("most", MOST)
        .query(Long.class)
        .list()
        .forEach(id -> findings.add(finding(id, "the entry is neither sealed nor waiting")));
  }

  private Finding finding(long entryId, String words) {
    return new Finding(code(), words, Subject.of("journal entry", entryId));
  }

  private List<Link> page(long after) {
    return sql.sql(
            """
            select s.seal_no, s.entry_id, s.chain, e.hash, e.at, e.kind, e.subject_kind,
              e.subject_id, e.actor_kind, e.actor_id, e.payload
            from journal_seal s left join journal_entry e on e.id = s.entry_id
            where s.seal_no > :after order by s.seal_no limit :page
            """)
        .param("after", after)
        .param("page", PAGE)
        .query((rs, n) ->
            new Link(
                rs.getLong("seal_no"),
                rs.getLong("entry_id"),
                rs.getBytes("chain"),
                rs.getBytes("hash"),
                rs.getString("kind") == null
                    ? new byte[] {0}
                    : Chain.entryHash(
                        Sql.instant(rs, "at"),
                        rs.getString("kind"),
                        new Subject(rs.getString("subject_kind"), rs.getLong("subject_id")),
                        new Actor(rs.getString("actor_kind"), rs.getLong("actor_id")),
                        rs.getString("payload"))))
        .list();
  }
}
