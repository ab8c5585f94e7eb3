package amends.cases;

import amends.cases.Search.Hit;
import amends.cases.Search.Reason;
import amends.shared.Acts;
import amends.shared.Duty;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the words of every case to be searched. Whatever changes a text lays down a row in the same
 * act; here the rows are taken up in batches and the words made anew from the texts.
 */
@Component
final class CaseTexts implements Duty {
  /** The older program searches by blocks of so many; written until no node runs it any more. */
  private static final int OLD_BLOCK = 4_096;

  private static final int BATCH = 500;
  private static final int SHOWN = 4_000;

  private static final String HEADS =
      """
      select c.id, left(concat_ws(' ', c.happened, c.asks), :most) as words
      from amends_case c where c.id = any(:cases)
      """;
  private static final String BEGINNINGS =
      """
      select c.id, left(concat_ws(' ', c.happened, c.asks,
        string_agg(left(p.words, :most), ' ' order by p.part, p.id)), :most) as words
      from amends_case c left join cases_v_part p on p.case_id = c.id and p.case_id = any(:cases)
      where c.id = any(:cases) group by c.id
      """;

  private final JdbcClient sql;
  private final Acts acts;

  CaseTexts(JdbcClient sql, Acts acts) {
    this.sql = sql;
    this.acts = acts;
  }

  /**
   * The same hits, with the beginning of all that is written where its words were found. Mostly
   * they stand in what was said first; the rest is read where they do not.
   */
  List<Hit> beside(List<Hit> hits, Sought sought) {
    List<Long> said =
        hits.stream().filter(h -> h.reason() == Reason.WORDS).map(h -> h.row().id()).toList();
    Map<Long, String> texts = new HashMap<>(said.isEmpty() ? Map.of() : texts(HEADS, said));
    List<Long> later =
        said.stream().filter(id -> !sought.standIn(texts.getOrDefault(id, ""))).toList();
    if (!later.isEmpty()) {
      texts.putAll(texts(BEGINNINGS, later));
    }
    return hits.stream()
        .map(h -> new Hit(h.row(), h.reason(), texts.getOrDefault(h.row().id(), "")))
        .toList();
  }

  private Map<Long, String> texts(String statement, List<Long> cases) {
    Map<Long, String> texts = new HashMap<>();
    sql.sql(statement)
        .param("cases", cases.toArray(Long[]::new))
        .param("most", SHOWN)
        .query(rs -> {
          texts.put(rs.getLong("id"), rs.getString("words"));
        });
    return texts;
  }

  @Override
  public String name() {
    return "search words";
  }

  @Override
  public Duration pause() {
    return Duration.ofMillis(500);
  }

  @Override
  public boolean perform() {
    if (nothingWaits()) {
      return false;
    }
    return acts.call(() -> {
      // One at a time: what was read earlier must not be written later.
      sql.sql("lock table case_text in share row exclusive mode").update();
      List<Long> cases =
          sql.sql(
                  """
                  delete from case_to_index where id in (
                    select id from case_to_index order by id limit :most)
                  returning case_id
                  """)
              .param("most", BATCH)
              .query(Long.class)
              .list();
      index(cases.stream().distinct().toList());
      return cases.size() == BATCH;
    });
  }

  private boolean nothingWaits() {
    return sql.sql("select not exists (select from case_to_index)").query(Boolean.class).single();
  }

  /** Makes the words of these cases anew, within the caller's act. */
  void index(Collection<Long> cases) {
    Long[] ids = cases.toArray(Long[]::new);
    sql.sql(
            """
            insert into case_text (case_id, block, brand_id, team_id, owner_id, language, words)
            select case_id, case_id / :block, brand_id, team_id, owner_id, language, words
            from case_text_now(:cases)
            on conflict (case_id) do update set brand_id = excluded.brand_id,
              team_id = excluded.team_id, owner_id = excluded.owner_id, words = excluded.words
            """)
        .param("block", OLD_BLOCK)
        .param("cases", ids)
        .update();
    sql.sql(
            """
            insert into case_text_language
            select distinct language from case_text where case_id = any(:cases)
            on conflict do nothing
            """)
        .param("cases", ids)
        .update();
  }
}
