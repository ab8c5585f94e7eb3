package amends.cases;

import amends.honesty.DraftText;
import amends.honesty.Evidence;
import amends.honesty.Proof;
import amends.shared.Sql;
import amends.shared.Subject;
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

  /** Looked at second, the newest among them: before, each step was a statement of its own. */
  private static final int NEWER_BLOCKS = 5;

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
   * @param block the newest block of cases
   */
  private record Topic(List<String> words, int block) {}

  /**
   * Of the case, or of the text where there is none; asked for at once, for each way costs time.
   */
  private Topic topic(@Nullable Long self, String text) {
    return sql.sql(
            """
            select (select coalesce(max(case_id), 0) / :block from case_text) as block, array(
              select distinct x.word
              from case_text_language l cross join lateral unnest(tsvector_to_array(
                to_tsvector(cast(l.language as regconfig), case_plain(left(t.text, 2000))))) as x(word)
              where length(x.word) between 4 and 30 and x.word !~ '^[0-9]'
              order by x.word limit :most) as words
            from (select coalesce(
              (select subject from amends_case where id = cast(:self as bigint)), :text) as text) t
            """)
        .param("block", CaseTexts.BLOCK)
        .param("most", MOST_LEXEMES)
        .param("self", self)
        .param("text", text)
        .query((rs, n) ->
            new Topic(List.of((String[]) rs.getArray("words").getArray()), rs.getInt("block")))
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
   * The newest that bear any of the words: the newest block first, and more only while there are
   * few. Asked for at once, a common word brought all 65,536 to sort. Whoever walks by number comes
   * to an end where the blocks do. What is missing when the words are taken away was there: once
   * for each case, not each word.
   */
  private List<Like> candidates(Topic topic) {
    int upTo = topic.block() + 1;
    return sql.sql(
            """
            select d.case_id, length(d.words) - length(ts_delete(d.words, cast(:lexemes as text[]))) as hits
            from (
              (select case_id, words from case_text
                where words @@ cast(:query as tsquery) and block = any(:newest)
                  and case_id >= :newest_from
                order by case_id desc limit :most)
              union all
              (select case_id, words from case_text
                where words @@ cast(:query as tsquery) and block = any(:newer)
                  and case_id >= :newer_from
                order by case_id desc limit :most)
              union all
              (select case_id, words from case_text
                where words @@ cast(:query as tsquery) and block = any(:older)
                  and case_id >= :older_from
                order by case_id desc limit :most)
              limit :most) d
            """)
        .param("lexemes", topic.words().toArray(String[]::new))
        .param(
            "query",
            topic.words().stream()
                .map(word -> "'" + word.replace("'", "''") + "'")
                .collect(Collectors.joining(" | ")))
        .param("newest", blocks(upTo - 1, upTo))
        .param("newer", blocks(upTo - NEWER_BLOCKS, upTo - 1))
        .param("older", blocks(upTo - BLOCKS, upTo - NEWER_BLOCKS))
        .param("newest_from", first(upTo - 1))
        .param("newer_from", first(upTo - NEWER_BLOCKS))
        .param("older_from", first(upTo - BLOCKS))
        .param("most", CANDIDATES)
        .query((rs, n) -> new Like(rs.getLong("case_id"), rs.getInt("hits")))
        .list();
  }

  /** The lowest number of a case in a block. */
  private static long first(int block) {
    return Math.max(0L, block) * CaseTexts.BLOCK;
  }

  private static Integer[] blocks(int from, int upTo) {
    return IntStream.range(Math.max(0, from), upTo).boxed().toArray(Integer[]::new);
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
