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
  private static final int MOST_ROUNDS = 2;
  private static final int ENOUGH = 250;
  private static final int RARE = 1_500;
  private static final int MOST_WORDS = 12;
  private static final int A_PAGE = 25;
  private static final int SHORTEST_BEGINNING = 3;

  private static final String NEWEST =
      """
      (select d.case_id, d.words from case_text d
       where %s and %s and %s
       order by %s desc limit :most)
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
    String whole = String.join(" & ", words);
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
              select cast(to_tsquery(r.c, unaccent(:whole)) as text) as whole,
                cast(to_tsquery(r.c, unaccent(:before)) as text) as before,
                cast(to_tsquery(r.c, unaccent(:beginning)) as text) as beginning
              from (select cast(l.language as regconfig) as c) r) q
            """)
        .param("whole", whole)
        .param("before", String.join(" & ", words.subList(0, words.size() - 1)))
        .param("beginning", may ? whole + ":*" : "")
        .query((rs, n) ->
            new Asked(
                Objects.requireNonNullElse(rs.getString("whole"), ""),
                Objects.requireNonNullElse(rs.getString("before"), ""),
                Objects.requireNonNullElse(rs.getString("beginning"), ""),
                rs.getLong("newest")))
        .single();
  }

  /**
   * @param indexed what the index is asked for; "" when all cases are taken
   * @param shown what of these is shown, and ranked by
   */
  private record Words(String indexed, String shown) {}

  /**
   * @param count of all that were taken up
   * @param cases those that are shown
   */
  private record Taken(int count, Map<Long, Double> cases) {}

  private Taken taken(Words words, Visible visible, long newest) {
    Map<Long, Double> shown = new LinkedHashMap<>();
    int all = (int) (newest / CaseTexts.BLOCK) + 1;
    int upTo = all;
    int found = 0;
    int width = visible.everything() ? aBlock(newest) : FIRST_BLOCKS;
    for (int round = 0; upTo > 0 && found < enough(round, visible); round++) {
      boolean rest = round > 0 && (round > MOST_ROUNDS || isRare(found, all - upTo, upTo));
      int from = rest ? 0 : Math.max(0, upTo - width);
      Blocks blocks = new Blocks(from, upTo, round == 0, rest, visible.everything());
      found += candidates(words, visible, blocks, CANDIDATES - found, shown);
      upTo = from;
      width = Math.min(4 * FIRST_BLOCKS << 2 * round, blocksFor(found, all - upTo));
    }
    return new Taken(found, shown);
  }

  /** The newest, and the one before it while the newest has hardly begun. */
  private static int aBlock(long newest) {
    return newest % CaseTexts.BLOCK < CaseTexts.BLOCK / 2 ? 2 : 1;
  }

  /** Who sees a part of all cases has enough when the newest eighty thousand bear some hundred. */
  private static int enough(int round, Visible visible) {
    return visible.everything() || round < 2 ? CANDIDATES : ENOUGH;
  }

  /** By what was found so far, so few are left that all of them may be taken up. */
  private static boolean isRare(int found, int seen, int left) {
    return (long) found * left <= (long) RARE * seen;
  }

  /** How many more blocks bear what is missing, by what was found so far; some too many. */
  private static int blocksFor(int found, int seen) {
    return 1 + (CANDIDATES - found) * seen * 9 / 8 / Math.max(1, found);
  }

  /**
   * Each condition of what may be seen is asked apart. All at once, of a word that nearly all cases
   * bear every one was taken up for a colleague who sees one team of twenty-four.
   *
   * @return how many were taken up
   */
  private int candidates(
      Words words, Visible visible, Blocks blocks, int most, Map<Long, Double> shown) {
    String indexed = words.indexed().isEmpty() ? "true" : "d.words @@ cast(:indexed as tsquery)";
    String each =
        visible.apartUnlessRestricted("d.owner_id", "d.team_id", "d.brand_id").stream()
            .map(seen ->
                NEWEST.formatted(indexed, blocks.condition(words.indexed()), seen, blocks.number()))
            .collect(Collectors.joining(" union all "));
    int[] taken = {0};
    sql.sql(
            """
            select n.case_id, case when n.words @@ cast(:shown as tsquery)
              then ts_rank(n.words, cast(:shown as tsquery)) end as rank
            from (select * from (%s) e order by case_id desc limit :most) n
            """
                .formatted(each))
        .params(visible.params())
        .param("indexed", words.indexed())
        .param("shown", words.shown())
        .param("from", blocks.from())
        .param("upTo", blocks.upTo())
        .param(
            "blocks", IntStream.range(blocks.from(), blocks.upTo()).boxed().toArray(Integer[]::new))
        .param("lowest", (long) blocks.from() * CaseTexts.BLOCK)
        .param("most", most)
        .query(rs -> {
          double rank = rs.getDouble("rank");
          if (!rs.wasNull()) {
            shown.put(rs.getLong("case_id"), rank);
          }
          taken[0]++;
        });
    return taken[0];
  }

  /** Blocks of case numbers, without the last; the newest have nothing behind them. */
  private record Blocks(int from, int upTo, boolean newest, boolean rest, boolean all) {
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
      String these =
          !query.contains(":*")
              ? "d.block = any(:blocks)"
              : newest ? "d.block >= :from" : "d.block >= :from and d.block < :upTo";
      return these + (isWalk() ? " and d.case_id >= :lowest" : "");
    }

    /**
     * The newest block of all cases may be walked through backwards: a common word is met at once.
     */
    private boolean isWalk() {
      return newest && all;
    }

    /**
     * By what the newest are told. Anywhere else the index of numbers is kept out: a walk through
     * it looks cheap when words are thought common, and where hardly any case bears them both it
     * went through a million.
     */
    String number() {
      return isWalk() ? "d.case_id" : "d.case_id + 0";
    }
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
