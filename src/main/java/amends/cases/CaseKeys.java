package amends.cases;

import amends.staff.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Queries for the index of what cases are found by, where each key stands behind a wide block of
 * case numbers. A query is for cases of one wide block, or of some of its blocks and pieces.
 *
 * @param words a query for words; "" for all cases
 * @param visible to whom they may be shown
 * @param newest the greatest number of a case
 */
record CaseKeys(String words, Visible visible, long newest) {
  static final int PIECE = 1_024;
  static final int BLOCK = 4 * PIECE;
  static final int WIDE = 16 * BLOCK;

  /** As the index is written: whoever asks it must name it in these very words. */
  static final String OF_CASE =
      "case_text_keys(d.case_id, d.words, d.team_id, d.brand_id, d.owner_id)";

  /** A lexeme, or that the one after it stands next to the one before. */
  private static final Pattern PART = Pattern.compile("'((?:[^']|'')+)'|<(?:-|\\d+)>");

  static CaseKeys ofAll(String words, long newest) {
    return new CaseKeys(words, new Visible(0, true, List.of(), List.of(), List.of()), newest);
  }

  /** The number behind the last case that there may be: a whole piece. */
  long end() {
    return (newest / PIECE + 1) * PIECE;
  }

  /**
   * The newest first, so that whoever has enough stops.
   *
   * @param upTo the number behind the last; both are beginnings of pieces
   * @param width how many numbers each of the first queries is for, at most a wide block
   * @param first how many queries may be for less than a wide block
   */
  String[] downFrom(long upTo, long width, int first) {
    List<String> queries = new ArrayList<>();
    for (long at = upTo; at > 0; ) {
      long from = below(at, queries.size() < first ? width : WIDE);
      queries.add(within(from, at));
      at = from;
    }
    return queries.toArray(String[]::new);
  }

  /**
   * One query for each wide block, the newest first.
   *
   * @param from the first number
   * @param upTo the number behind the last; both are beginnings of pieces
   */
  String[] between(long from, long upTo) {
    List<String> queries = new ArrayList<>();
    for (long at = upTo; at > from; ) {
      long lowest = Math.max(from, below(at, WIDE));
      queries.add(within(lowest, at));
      at = lowest;
    }
    return queries.toArray(String[]::new);
  }

  /** Where a query of that width begins: at the beginning of a whole block, and in one wide one. */
  private static long below(long at, long width) {
    long size = width >= WIDE ? WIDE : width >= BLOCK ? BLOCK : PIECE;
    long from = Math.max(0, at - width);
    long whole = (from + size - 1) / size * size;
    return Math.max(whole < at ? whole : at - PIECE, (at - 1) / WIDE * WIDE);
  }

  private String within(long from, long upTo) {
    long wide = from / WIDE;
    return Stream.of(words(wide), seen(wide), numbers(wide, from, upTo))
        .filter(part -> !part.isEmpty())
        .map(part -> "(" + part + ")")
        .collect(Collectors.joining(" & "));
  }

  /** The keys have no places: of words side by side they only say that all of them are there. */
  private String words(long wide) {
    return PART.matcher(words)
        .replaceAll(part -> part.group(1) == null ? "&" : "'" + wide + " $1'");
  }

  /** Whether cases that are found must be asked where in them the words stand. */
  static boolean haveOrder(String words) {
    return PART.matcher(words).results().anyMatch(part -> part.group(1) == null);
  }

  private String seen(long wide) {
    if (visible.everything()) {
      return "";
    }
    List<String> ways = new ArrayList<>();
    visible.teams().forEach(team -> ways.add(key(wide, "t", team)));
    visible.brands().forEach(brand -> ways.add(key(wide, "b", brand)));
    visible
        .pairs()
        .forEach(pair ->
            ways.add(key(wide, "t", pair.teamId()) + " & " + key(wide, "b", pair.brandId())));
    ways.add(key(wide, "o", visible.personId()));
    return String.join(" | ", ways);
  }

  /** "" where nothing else than these numbers stands in the wide block. */
  private String numbers(long wide, long from, long upTo) {
    boolean whole = from % WIDE == 0 && (upTo % WIDE == 0 || upTo > newest);
    if (whole) {
      return words.isEmpty() && visible.everything() ? "'" + wide + "k':*" : "";
    }
    List<String> keys = new ArrayList<>();
    for (long at = from; at < upTo; ) {
      boolean block = at % BLOCK == 0 && (at + BLOCK <= upTo || upTo > newest);
      keys.add(block ? key(wide, "k", at / BLOCK) : key(wide, "p", at / PIECE));
      at += block ? BLOCK : PIECE;
    }
    return String.join(" | ", keys);
  }

  private static String key(long wide, String kind, long id) {
    return "'" + wide + kind + id + "'";
  }
}
