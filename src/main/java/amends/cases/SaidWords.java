package amends.cases;

import amends.shared.Plain;
import amends.staff.Visible;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds cases by the words written in them: the newest thousand that a viewer may see, then ranked.
 * The newest numbers are asked first, and by what they bear the others behind them, a part at a
 * time and no further than to the thousandth: a word that half of all cases bear costs no more than
 * a rare one.
 */
@Component
final class SaidWords {
  private static final int CANDIDATES = 1_000;
  private static final int FIRST_BLOCKS = 4;
  private static final int MOST_WORDS = 12;
  private static final int A_PAGE = 25;
  private static final int SHORTEST_BEGINNING = 3;

  /** So many are expected of each part that is asked for; of the last one some for naught. */
  private static final int OF_A_PART = 200;

  /** Parts of a wide block are asked by its blocks, at half a millisecond each: only a few. */
  private static final long WIDEST_PART = 2 * CaseKeys.BLOCK;

  /** Enough parts for three times what is missing; whatever is left is asked for in wide blocks. */
  private static final int PARTS = 15;

  /**
   * The queries are asked in their order, and none once the limit is reached: nothing sorts what
   * they find together. Ranked are only those that are taken: whoever sees nearly everything finds
   * sixteen thousand in the newest blocks, and to rank all took 60 ms instead of 9.
   */
  private static final String NEWEST =
      """
      select c.case_id, r.rank
      from (
        select n.case_id, n.place
        from unnest(cast(:queries as text[])) as q(query) cross join lateral (
          select d.case_id, d.ctid as place from case_text d
          where %s @@ cast(q.query as tsquery)%s
          order by d.case_id + 0 desc limit :most) n
        limit :most) c
      cross join lateral (
        select %s as rank from case_text d where d.ctid = c.place offset 0) r
      """;

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

  /**
   * A last word that nobody wrote is taken for the beginning of one. Of the cases that bear the
   * words before it, the newest are read for it first: a beginning that many words share is
   * gathered from all of them, which took up to a second at a million cases. One that those hardly
   * bear is rare.
   */
  Found find(String typed, Visible visible) {
    List<String> words = words(typed);
    if (words.isEmpty()) {
      return new Found(Map.of(), List.of());
    }
    Asked asked = asked(words);
    Found whole = find(asked.whole(), visible, asked.newest());
    if (!whole.cases().isEmpty() || asked.beginning().isEmpty()) {
      return whole;
    }
    if (!asked.before().isEmpty() || !isNumber(words.getLast())) {
      Taken taken = taken(new Words(asked.before(), asked.beginning()), visible, asked.newest());
      if (taken.count() < CANDIDATES || taken.cases().size() >= A_PAGE) {
        return new Found(taken.cases(), stems(asked.beginning()));
      }
    }
    return find(asked.beginning(), visible, asked.newest());
  }

  private Found find(String query, Visible visible, long newest) {
    return query.isEmpty()
        ? new Found(Map.of(), List.of())
        : new Found(taken(new Words(query, query), visible, newest).cases(), stems(query));
  }

  private static boolean isNumber(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }

  private static List<String> words(String typed) {
    return Arrays.stream(Plain.folded(typed).split(" ", -1))
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .toList();
  }

  /**
   * What was typed in the form of every language that occurs; "" when only words were typed that
   * are no help.
   *
   * @param before without the last word
   * @param beginning with the last word as the beginning of one; "" when it is too short for that
   * @param newest the greatest number of a case
   */
  private record Asked(String whole, String before, String beginning, long newest) {}

  private Asked asked(List<String> words) {
    String whole = all(words);
    boolean may = words.getLast().length() >= SHORTEST_BEGINNING;
    return sql.sql(
            """
            select string_agg(distinct '(' || q.whole || ')', ' | ')
                filter (where q.whole <> '') as whole,
              string_agg(distinct '(' || q.before || ')', ' | ')
                filter (where q.before <> '') as before,
              string_agg(distinct '(' || q.beginning || ')', ' | ')
                filter (where q.beginning <> '') as beginning,
              (select coalesce(max(case_id), 0) from case_text) as newest
            from case_text_language l cross join lateral (
              select cast(to_tsquery(r.c, %s) as text) as whole,
                cast(to_tsquery(r.c, %s) as text) as before,
                cast(to_tsquery(r.c, %s) as text) as beginning
              from (select cast(l.language as regconfig) as c) r) q
            """
                .formatted(bare("whole"), bare("before"), bare("beginning")))
        .param("whole", whole)
        .param("before", all(words.subList(0, words.size() - 1)))
        .param("beginning", may ? whole + ":*" : "")
        .query((rs, n) ->
            new Asked(
                Objects.requireNonNullElse(rs.getString("whole"), ""),
                Objects.requireNonNullElse(rs.getString("before"), ""),
                Objects.requireNonNullElse(rs.getString("beginning"), ""),
                rs.getLong("newest")))
        .single();
  }

  private static String all(List<String> words) {
    return words.stream().map(word -> "#" + word + "#").collect(Collectors.joining(" & "));
  }

  /** In quotes: without its accents a word may bear an apostrophe, which none that is bare may. */
  private static String bare(String words) {
    return "translate(replace(unaccent(:" + words + "), '''', ''''''), '#', '''')";
  }

  /**
   * @param indexed what the index is asked for; "" when all cases are taken
   * @param shown what of these is shown, and ranked by
   */
  private record Words(String indexed, String shown) {
    /** Null for what is taken up and not shown. */
    String rank() {
      String rank = "ts_rank(d.words, cast(:shown as tsquery))";
      return indexed.equals(shown)
          ? rank
          : "case when d.words @@ cast(:shown as tsquery) then " + rank + " end";
    }

    /** "is true" keeps the older program's index out. */
    String order() {
      return CaseKeys.haveOrder(indexed)
          ? " and (d.words @@ cast(:indexed as tsquery)) is true"
          : "";
    }
  }

  /**
   * @param count of all that were taken up
   * @param cases those that are shown
   */
  private record Taken(int count, Map<Long, Double> cases) {}

  private Taken taken(Words words, Visible visible, long newest) {
    Map<Long, Double> shown = new LinkedHashMap<>();
    var keys = new CaseKeys(words.indexed(), visible, newest);
    long from = visible.everything() ? newestPieces(keys) : newestBlocks(newest);
    int found = candidates(words, keys.between(from, keys.end()), CANDIDATES, shown);
    if (found < CANDIDATES && from > 0) {
      String[] others = keys.downFrom(from, aPart(found, keys.end() - from), PARTS);
      found += candidates(words, others, CANDIDATES - found, shown);
    }
    return new Taken(found, shown);
  }

  /** The newest piece, and the one before it while the newest has hardly begun. */
  private static long newestPieces(CaseKeys keys) {
    boolean hardly = keys.newest() % CaseKeys.PIECE < CaseKeys.PIECE / 2;
    return Math.max(0, keys.end() - (hardly ? 2 : 1) * CaseKeys.PIECE);
  }

  /** Who sees a part of all cases sees few of the newest thousand. */
  private static long newestBlocks(long newest) {
    return Math.max(0, (newest / CaseKeys.BLOCK + 1 - FIRST_BLOCKS) * CaseKeys.BLOCK);
  }

  /** How many numbers bear as many as a part is for, by what was found so far. */
  private static long aPart(int found, long seen) {
    long part = seen * OF_A_PART / Math.max(1, found);
    return part > WIDEST_PART ? CaseKeys.WIDE : part;
  }

  /**
   * @return how many were taken up
   */
  private int candidates(Words words, String[] queries, int most, Map<Long, Double> shown) {
    int[] taken = {0};
    sql.sql(NEWEST.formatted(CaseKeys.OF_CASE, words.order(), words.rank()))
        .param("queries", queries)
        .param("shown", words.shown())
        .param("indexed", words.indexed())
        .param("most", most)
        .query(rs -> {
          float rank = rs.getFloat("rank");
          if (!rs.wasNull()) {
            shown.put(rs.getLong("case_id"), (double) rank);
          }
          taken[0]++;
        });
    return taken[0];
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
