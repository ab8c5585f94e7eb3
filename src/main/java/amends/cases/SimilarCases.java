package amends.cases;

import amends.honesty.DraftText;
import amends.honesty.Evidence;
import amends.honesty.Proof;
import amends.shared.Sql;
import amends.shared.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
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

  /** Of the best, so many are asked whether they are restricted. */
  private static final int LOOKED_AT = 40;

  private static final int MORE_BLOCKS = 4;

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

  /** The cases that bear the words of this one, the likest first, restricted ones among them. */
  List<Long> ids(long self, int most) {
    List<String> lexemes = lexemes(words(self));
    int least = Math.min(2, lexemes.size());
    return lexemes.isEmpty()
        ? List.of()
        : candidates(lexemes).stream()
            .filter(like -> like.hits() >= least && like.id() != self)
            .sorted(Comparator.comparingInt(Like::hits).thenComparingLong(Like::id).reversed())
            .limit(most)
            .map(Like::id)
            .toList();
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
    List<Like> best =
        candidates(lexemes).stream()
            .filter(like -> like.hits() >= least && !Objects.equals(like.id(), self))
            .sorted(Comparator.comparingInt(Like::hits).thenComparingLong(Like::id).reversed())
            .limit(LOOKED_AT)
            .toList();
    return best.isEmpty() ? List.of() : proofs(best, self, most);
  }

  /** A case, and how many of the words it bears. */
  private record Like(long id, int hits) {}

  /**
   * The newest that bear any of the words: the newest block first, and more only while there are
   * few. Asked for at once, a common word brought all 65,536 to sort.
   */
  private List<Like> candidates(List<String> lexemes) {
    List<Like> found = new ArrayList<>();
    int upTo = newestBlock() + 1;
    int oldest = Math.max(0, upTo - BLOCKS);
    for (int width = 1; upTo > oldest && found.size() < CANDIDATES; width *= MORE_BLOCKS) {
      int from = Math.max(oldest, upTo - width);
      found.addAll(candidates(lexemes, from, upTo, CANDIDATES - found.size()));
      upTo = from;
    }
    return found;
  }

  /** What is missing when the words are taken away was there: once for each case, not each word. */
  private List<Like> candidates(List<String> lexemes, int from, int upTo, int most) {
    return sql.sql(
            """
            select d.case_id, length(d.words) - length(ts_delete(d.words, cast(:lexemes as text[]))) as hits
            from (select case_id, words from case_text
              where words @@ cast(:query as tsquery) and block = any(:blocks)
              order by case_id desc limit :most) d
            """)
        .param("lexemes", lexemes.toArray(String[]::new))
        .param(
            "query",
            lexemes.stream()
                .map(word -> "'" + word.replace("'", "''") + "'")
                .collect(Collectors.joining(" | ")))
        .param("blocks", IntStream.range(from, upTo).boxed().toArray(Integer[]::new))
        .param("most", most)
        .query((rs, n) -> new Like(rs.getLong("case_id"), rs.getInt("hits")))
        .list();
  }

  private List<Proof> proofs(List<Like> best, @Nullable Long self, int most) {
    return sql.sql(
            """
            select c.id, c.opened_at, case when cast(:self as bigint) is null or exists (
                select from amends_case s
                where s.id = :self and s.team_id = c.team_id and s.brand_id = c.brand_id)
              then c.subject else '' end as subject
            from unnest(cast(:cases as bigint[])) with ordinality as n(id, place)
            join amends_case c on c.id = n.id
            where c.named_only is null
            order by n.place limit :most
            """)
        .param("cases", best.stream().map(Like::id).toArray(Long[]::new))
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
