package amends.cases;

import amends.honesty.DraftText;
import amends.honesty.Evidence;
import amends.honesty.Proof;
import amends.shared.Sql;
import amends.shared.Subject;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** Looked at third; before, each step was a statement of its own. */
  private static final int NEWER_BLOCKS = 5;

  /** Walked through by number: a common word is met at once, and a rare one has not cost much. */
  private static final int WALKED = 512;

  private final JdbcClient sql;

  SimilarCases(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Answer> on(Question question) {
    if (question.matter() != Matter.SIMILAR) {
      return Optional.empty();
    }
    List<Proof> proofs = like(question.draft(), question.claims());
    return Optional.of(new Answer(proofs.isEmpty(), proofs));
  }

  private List<Proof> like(DraftText draft, List<String> claims) {
    Subject about = draft.about();
    Long self = about != null && about.kind().equals("case") ? about.id() : null;
    Topic topic = topic(self, self == null ? without(draft.text(), claims) : "");
    return topic.words().isEmpty()
        ? self == null ? newest() : List.of()
        : matching(topic, self == null ? 1 : Math.min(2, topic.words().size()), self, MOST);
  }

  /** What a draft without a case is about, beside what it claims. */
  private static String without(String text, List<String> claims) {
    String left = text;
    for (String claim : claims) {
      left = left.replace(claim.strip(), " ");
    }
    return left;
  }

  /** The cases that bear the words of this one, the likest first, restricted ones among them. */
  List<Long> ids(long self, int most) {
    Topic topic = topic(self, "");
    int least = Math.min(2, topic.words().size());
    return topic.words().isEmpty()
        ? List.of()
        : candidates(topic).stream()
            .filter(like -> like.hits() >= least && like.id() != self)
            .sorted(Comparator.comparingInt(Like::hits).thenComparingLong(Like::id).reversed())
            .limit(most)
            .map(Like::id)
            .toList();
  }

  /**
   * @param words what it is about, in the form of every language that occurs, without those that
   *     are no help
   * @param newest the greatest number of a case
   */
  private record Topic(List<String> words, long newest) {}

  /**
   * Of the case, or of the text where there is none; asked for at once, for each way costs time.
   */
  private Topic topic(@Nullable Long self, String text) {
    return sql.sql(
            """
            select (select coalesce(max(case_id), 0) from case_text) as newest, array(
              select distinct x.word
              from case_text_language l cross join lateral unnest(tsvector_to_array(
                to_tsvector(cast(l.language as regconfig), case_plain(left(t.text, 2000))))) as x(word)
              where length(x.word) between 4 and 30 and x.word !~ '^[0-9]'
              order by x.word limit :most) as words
            from (select coalesce(
              (select subject from amends_case where id = cast(:self as bigint)), :text) as text) t
            """)
        .param("most", MOST_LEXEMES)
        .param("self", self)
        .param("text", text)
        .query((rs, n) ->
            new Topic(List.of((String[]) rs.getArray("words").getArray()), rs.getLong("newest")))
        .single();
  }

  /** The best first. */
  private List<Proof> matching(Topic topic, int least, @Nullable Long self, int most) {
    List<Like> best =
        candidates(topic).stream()
            .filter(like -> like.hits() >= least && !Objects.equals(like.id(), self))
            .sorted(Comparator.comparingInt(Like::hits).thenComparingLong(Like::id).reversed())
            .limit(LOOKED_AT)
            .toList();
    return best.isEmpty() ? List.of() : proofs(best, self, most);
  }

  /** A case, and how many of the words it bears. */
  private record Like(long id, int hits) {}

  /**
   * The newest that bear any of the words: the newest few first, and more only while there are few.
   * Asked for at once, a common word brought all 65,536 to sort. What is missing when the words are
   * taken away was there: once for each case, not each word.
   */
  private List<Like> candidates(Topic topic) {
    String query =
        topic.words().stream()
            .map(word -> "'" + word.replace("'", "''") + "'")
            .collect(Collectors.joining(" | "));
    long walked = topic.newest() - WALKED;
    return sql.sql(
            """
            select d.case_id, length(d.words) - length(ts_delete(d.words, cast(:lexemes as text[]))) as hits
            from (
              (select case_id, words from case_text
                where case_id > :walked and (words @@ cast(:query as tsquery)) is true
                order by case_id desc limit :most)
              union all
              (select n.case_id, n.words
                from unnest(cast(:queries as text[])) as q(query) cross join lateral (
                  select d.case_id, d.words from case_text d
                  where %s @@ cast(q.query as tsquery) and d.case_id <= :walked
                  order by d.case_id + 0 desc limit :most) n)
              limit :most) d
            """
                .formatted(CaseKeys.OF_CASE))
        .param("lexemes", topic.words().toArray(String[]::new))
        .param("query", query)
        .param("queries", queries(query, topic.newest(), walked))
        .param("walked", walked)
        .param("most", CANDIDATES)
        .query((rs, n) -> new Like(rs.getLong("case_id"), rs.getInt("hits")))
        .list();
  }

  /** Behind those that are walked through: what is left of their blocks, then some, then all. */
  private static String[] queries(String words, long newest, long walked) {
    var keys = CaseKeys.ofAll(words, newest);
    long upTo = Math.max(0, (walked / CaseKeys.PIECE + 1) * CaseKeys.PIECE);
    long blocks = newest / CaseKeys.BLOCK + 1;
    long first = first(blocks - 2);
    long newer = first(blocks - NEWER_BLOCKS);
    return Stream.of(
            keys.between(first, upTo),
            keys.between(newer, first),
            keys.between(first(blocks - BLOCKS), newer))
        .flatMap(Arrays::stream)
        .toArray(String[]::new);
  }

  /** The lowest number of a case in a block. */
  private static long first(long block) {
    return Math.max(0, block) * CaseKeys.BLOCK;
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
}
