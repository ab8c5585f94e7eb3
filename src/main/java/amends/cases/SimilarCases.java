package amends.cases;

import amends.honesty.DraftText;
import amends.honesty.Evidence;
import amends.honesty.Proof;
import amends.shared.Sql;
import amends.shared.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether something like it has happened to others: cases that bear at least two of the words that
 * this one is about, among the newest 65,536. Restricted cases are no evidence; of a case of
 * another team or brand the number is told and not what it is about.
 */
@Component
public final class SimilarCases implements Evidence {
  private static final int BLOCKS = 16;
  private static final int MOST_LEXEMES = 12;
  private static final int CANDIDATES = 200;
  private static final int MOST = 5;

  private final JdbcClient sql;

  SimilarCases(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Answer> on(Question question) {
    if (question.matter() != Matter.SIMILAR) {
      return Optional.empty();
    }
    List<Proof> proofs = like(question.draft(), question.words());
    return Optional.of(new Answer(proofs.isEmpty(), proofs));
  }

  private List<Proof> like(DraftText draft, String claim) {
    Subject about = draft.about();
    Long self = about != null && about.kind().equals("case") ? about.id() : null;
    String topic = self == null ? draft.text().replace(claim.strip(), " ") : words(self);
    List<String> lexemes = lexemes(topic);
    return lexemes.isEmpty()
        ? self == null ? newest() : List.of()
        : matching(lexemes, self == null ? 1 : Math.min(2, lexemes.size()), self, MOST);
  }

  private String words(long id) {
    return sql.sql("select subject from amends_case where id = :id")
        .param("id", id)
        .query(String.class)
        .optional()
        .orElse("");
  }

  /** In the form of every language that occurs, without words that are no help. */
  private List<String> lexemes(String text) {
    return sql.sql(
            """
            select distinct x.word from case_text_language l cross join lateral unnest(tsvector_to_array(
              to_tsvector(cast(l.language as regconfig), case_plain(left(:text, 2000))))) as x(word)
            where length(x.word) between 4 and 30 and x.word !~ '^[0-9]'
            order by x.word limit :most
            """)
        .param("text", text)
        .param("most", MOST_LEXEMES)
        .query(String.class)
        .list();
  }

  /** The best first. */
  private List<Proof> matching(List<String> lexemes, int least, @Nullable Long self, int most) {
    List<String> each = lexemes.stream().map(word -> "'" + word.replace("'", "''") + "'").toList();
    int newest = newestBlock();
    return sql.sql(
            """
            select c.id, c.opened_at, n.hits, case when cast(:self as bigint) is null or exists (
                select from amends_case s
                where s.id = :self and s.team_id = c.team_id and s.brand_id = c.brand_id)
              then c.subject else '' end as subject from (
              select d.case_id, (select count(*) from unnest(cast(:each as text[])) as w(word)
                where d.words @@ cast(w.word as tsquery)) as hits
              from (select case_id, words from case_text
                where words @@ cast(:query as tsquery) and block = any(:blocks)
                order by case_id desc limit :candidates) d) n
            join amends_case c on c.id = n.case_id
            where n.hits >= :least and c.named_only is null
              and (cast(:self as bigint) is null or c.id <> :self)
            order by n.hits desc, c.id desc limit :most
            """)
        .param("each", each.toArray(String[]::new))
        .param("query", String.join(" | ", each))
        .param(
            "blocks",
            IntStream.rangeClosed(Math.max(0, newest - BLOCKS + 1), newest)
                .boxed()
                .toArray(Integer[]::new))
        .param("candidates", CANDIDATES)
        .param("least", least)
        .param("self", self)
        .param("most", most)
        .query((rs, n) ->
            proof(rs.getLong("id"), rs.getString("subject"), Sql.instant(rs, "opened_at")))
        .list();
  }

  private static Proof proof(long id, String subject, java.time.Instant at) {
    return new Proof(Case.subject(id), ("#" + id + " " + subject).strip(), "/cases/" + id, at);
  }

  /** A claim that names nothing is held against what came in last. */
  private List<Proof> newest() {
    return sql.sql(
            """
            select id, subject, opened_at from amends_case where named_only is null
            order by id desc limit :most
            """)
        .param("most", MOST)
        .query((rs, n) ->
            proof(rs.getLong("id"), rs.getString("subject"), Sql.instant(rs, "opened_at")))
        .list();
  }

  private int newestBlock() {
    return sql.sql("select coalesce(max(case_id), 0) / :block from case_text")
        .param("block", CaseTexts.BLOCK)
        .query(Integer.class)
        .single();
  }
}
