package amends.cases;

import amends.shared.Plain;
import amends.staff.Visible;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds cases by the words written in them: the newest thousand that a viewer may see, then ranked.
 * Blocks of case numbers are asked from the newest on, four times as many each time, so that a word
 * that half of all cases bear costs no more than a rare one; of a rare one all the others are then
 * asked at once.
 */
@Component
final class SaidWords {
  private static final int CANDIDATES = 1_000;
  private static final int FIRST_BLOCKS = 4;
  private static final int MORE_BLOCKS = 4;
  private static final int MOST_ROUNDS = 2;
  private static final int ENOUGH = 250;
  private static final int RARE = 1_500;
  private static final int MOST_WORDS = 12;
  private static final int SHORTEST_BEGINNING = 3;
  private static final Pattern LEXEME = Pattern.compile("'((?:[^']|'')+)'");

  private final JdbcClient sql;

  SaidWords(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * @param cases their rank by number, the best first
   * @param stems the forms in which the words were looked for
   */
  record Found(Map<Long, Double> cases, List<String> stems) {}

  /** A last word that nobody wrote is taken for the beginning of one. */
  Found find(String typed, Visible visible) {
    List<String> words = words(typed);
    if (words.isEmpty()) {
      return new Found(Map.of(), List.of());
    }
    Found whole = find(words, "", visible);
    boolean may = words.getLast().length() >= SHORTEST_BEGINNING;
    return whole.cases().isEmpty() && may ? find(words, ":*", visible) : whole;
  }

  private Found find(List<String> words, String ending, Visible visible) {
    String query = query(String.join(" & ", words) + ending);
    if (query.isEmpty()) {
      return new Found(Map.of(), List.of());
    }
    return new Found(ranked(query, visible), stems(query));
  }

  private static List<String> words(String typed) {
    return Arrays.stream(Plain.folded(typed).split(" ", -1))
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .toList();
  }

  /** In the form of every language that occurs; "" when only words were typed that are no help. */
  private String query(String words) {
    return sql.sql(
            """
            select coalesce(string_agg(distinct '(' || q.query || ')', ' | '), '')
            from case_text_language l cross join lateral (
              select cast(to_tsquery(cast(l.language as regconfig), unaccent(:words)) as text)
                as query) q
            where q.query <> ''
            """)
        .param("words", words)
        .query(String.class)
        .single();
  }

  private Map<Long, Double> ranked(String query, Visible visible) {
    Map<Long, Double> found = new LinkedHashMap<>();
    int all = newestBlock() + 1;
    int upTo = all;
    int width = FIRST_BLOCKS;
    for (int round = 0; upTo > 0 && found.size() < enough(round, visible); round++) {
      boolean rest = round > 0 && (round > MOST_ROUNDS || isRare(found.size(), all - upTo, upTo));
      int from = rest ? 0 : Math.max(0, upTo - width);
      candidates(query, visible, new Blocks(from, upTo, round == 0, rest), found);
      upTo = from;
      width *= MORE_BLOCKS;
    }
    return found;
  }

  /** Who sees a part of all cases has enough when the newest eighty thousand bear some hundred. */
  private static int enough(int round, Visible visible) {
    return visible.everything() || round < 2 ? CANDIDATES : ENOUGH;
  }

  /** By what was found so far, so few are left that all of them may be taken up. */
  private static boolean isRare(int found, int seen, int left) {
    return (long) found * left <= (long) RARE * seen;
  }

  private void candidates(String query, Visible visible, Blocks blocks, Map<Long, Double> found) {
    sql.sql(
            """
            select n.case_id, ts_rank(n.words, cast(:query as tsquery)) as rank from (
              select d.case_id, d.words from case_text d
              where d.words @@ cast(:query as tsquery) and
            """
                + blocks.condition(query)
                + " and "
                + visible.unlessRestricted("d.owner_id", "d.team_id", "d.brand_id")
                + " order by d.case_id desc limit :most) n")
        .params(visible.params())
        .param("query", query)
        .param("from", blocks.from())
        .param("upTo", blocks.upTo())
        .param(
            "blocks", IntStream.range(blocks.from(), blocks.upTo()).boxed().toArray(Integer[]::new))
        .param("most", CANDIDATES - found.size())
        .query(rs -> {
          found.put(rs.getLong("case_id"), rs.getDouble("rank"));
        });
  }

  /** Blocks of case numbers, without the last; the newest have nothing behind them. */
  private record Blocks(int from, int upTo, boolean newest, boolean rest) {
    /**
     * A whole word is met with each block by skipping through both lists. The beginning of a word
     * is first gathered from all words that begin so, anew for each block: measured at a million
     * cases, 64 blocks one by one took thirteen times as long as in one range. Where all that are
     * left are asked for, the index must not know of blocks: gathering those took a third of a
     * second for a word that nobody ever wrote.
     */
    String condition(String query) {
      if (rest) {
        return "d.block + 0 < :upTo";
      }
      if (!query.contains(":*")) {
        return "d.block = any(:blocks)";
      }
      return newest ? "d.block >= :from" : "d.block >= :from and d.block < :upTo";
    }
  }

  private int newestBlock() {
    return sql.sql("select coalesce(max(case_id), 0) / :block from case_text")
        .param("block", CaseTexts.BLOCK)
        .query(Integer.class)
        .single();
  }

  private static List<String> stems(String query) {
    return LEXEME
        .matcher(query)
        .results()
        .map((MatchResult found) -> found.group(1).replace("''", "'"))
        .distinct()
        .toList();
  }
}
