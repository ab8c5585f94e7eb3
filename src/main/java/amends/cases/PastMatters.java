package amends.cases;

import amends.journal.Entry;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings matters from the help desk used before. What still waits there opens here with a next
 * moment of its own; what had ended stays ended, and stands there to be read. Nothing is sent.
 */
@Component
public final class PastMatters {
  private final JdbcClient sql;
  private final Access access;
  private final PastOpening opening;
  private final Tags tags;
  private final FieldValues fields;

  PastMatters(JdbcClient sql, Access access, PastOpening opening, Tags tags, FieldValues fields) {
    this.sql = sql;
    this.access = access;
    this.opening = opening;
    this.tags = tags;
    this.fields = fields;
  }

  /** The cases that these keys have become, by key. */
  public Map<String, Long> known(String source, Collection<String> externalIds) {
    Map<String, Long> cases = new HashMap<>();
    sql.sql(
            """
            select external_id, case_id from past_matter
            where source = :source and external_id = any(:ids)
            """)
        .param("source", source)
        .param("ids", externalIds.toArray(String[]::new))
        .query(rs -> {
          cases.put(rs.getString("external_id"), rs.getLong("case_id"));
        });
    return cases;
  }

  /**
   * Brings matters that are not known yet, as one act.
   *
   * @return the case of each, in their order
   * @throws Refusal when one has no subject
   */
  public List<Long> bring(List<PastMatter> matters, Actor by) {
    return access
        .acts()
        .call(() -> {
          List<Long> cases = matters.stream().map(past -> bring(past, by)).toList();
          note(matters, cases);
          tag(matters, cases);
          access
              .journal()
              .recordAll(
                  cases.stream()
                      .map(id -> new Entry("case.brought", Case.subject(id), by))
                      .toList());
          return cases;
        });
  }

  private void tag(List<PastMatter> matters, List<Long> cases) {
    Map<Long, List<String>> tagged = new HashMap<>();
    Map<Long, Map<String, String>> told = new HashMap<>();
    for (int i = 0; i < cases.size(); i++) {
      tagged.put(cases.get(i), Tags.foreign(matters.get(i).tags()));
      if (!matters.get(i).fields().isEmpty()) {
        told.put(cases.get(i), matters.get(i).fields());
      }
    }
    tags.put(tagged);
    fields.bring(told);
  }

  private long bring(PastMatter past, Actor by) {
    if (!past.open()) {
      return closed(past, by);
    }
    long id = opening.open(past, by);
    sql.sql("update amends_case set opened_at = :at, customer_knows_at = :at where id = :id")
        .param("at", Sql.at(past.openedAt()))
        .param("id", id)
        .update();
    return id;
  }

  private long closed(PastMatter past, Actor by) {
    return sql.sql(
            """
            insert into amends_case (brand_id, team_id, owner_id, customer_id, channel, subject,
              happened, order_id, opened_at, opened_by_kind, opened_by_id, customer_knows_at,
              owned_at, settled_at, closed_at)
            values (:brand, :team, :owner, :customer, :channel, :subject, :happened, :order,
              :opened, :byKind, :byId, :opened, :owned, :closed, :closed)
            returning id
            """)
        .param("brand", past.brandId())
        .param("team", past.teamId())
        .param("owner", past.ownerId())
        .param("customer", past.customerId())
        .param("channel", past.channel())
        .param("subject", Opening.subject(past.subject()))
        .param("happened", past.happened().strip())
        .param("order", past.orderId())
        .param("opened", Sql.at(past.openedAt()))
        .param("byKind", by.kind())
        .param("byId", by.id())
        .param("owned", Sql.atOrNull(past.ownerId() == null ? null : past.openedAt()))
        .param("closed", Sql.atOrNull(past.closedAt()))
        .query(Long.class)
        .single();
  }

  private void note(List<PastMatter> matters, List<Long> cases) {
    sql.sql(
            """
            insert into past_matter (case_id, source, external_id, number, stood, ended_at, brought_at)
            select p.*, :at from unnest(cast(:cases as bigint[]), cast(:sources as text[]),
              cast(:ids as text[]), cast(:numbers as text[]), cast(:stood as text[]),
              cast(:ended as timestamptz[])) as p
            """)
        .param("cases", cases.toArray(Long[]::new))
        .param("sources", column(matters, PastMatter::source))
        .param("ids", column(matters, PastMatter::externalId))
        .param("numbers", column(matters, PastMatter::number))
        .param("stood", column(matters, PastMatter::stood))
        .param("ended", column(matters, past -> instant(past.closedAt())))
        .param("at", Sql.at(access.now()))
        .update();
  }

  /**
   * Notes what was said; what stands there already stays as it is.
   *
   * @return how many were new
   */
  public int tell(List<PastWord> words) {
    return access
        .acts()
        .call(() ->
            sql.sql(
                    """
                    insert into past_word (case_id, external_id, side, who, words, said_at)
                    select * from unnest(cast(:cases as bigint[]), cast(:ids as text[]),
                      cast(:sides as text[]), cast(:whos as text[]), cast(:words as text[]),
                      cast(:saids as timestamptz[]))
                    on conflict (case_id, external_id) do nothing
                    """)
                .param("cases", words.stream().map(PastWord::caseId).toArray(Long[]::new))
                .param("ids", column(words, PastWord::externalId))
                .param("sides", column(words, PastWord::side))
                .param("whos", column(words, PastWord::who))
                .param("words", column(words, PastWord::words))
                .param("saids", column(words, word -> instant(word.saidAt())))
                .update());
  }

  private static @Nullable String instant(@Nullable Instant at) {
    return at == null ? null : Sql.at(at).toString();
  }

  private static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable String> read) {
    return rows.stream().map(read).toArray(String[]::new);
  }
}
