package amends.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an SQL text names: enough of the grammar to find tables, no more. */
final class SqlText {
  private static final Pattern LOOKS_LIKE_SQL =
      Pattern.compile(
          "(?s)\\b(select\\b.*\\bfrom|select\\b|insert\\s+into|update\\b.*\\bset|delete\\s+from"
              + "|truncate|create\\s+\\w+|alter\\s+table|copy\\s+\\w+|(left|inner)?\\s*join\\s+\\w+)\\b");
  private static final Pattern WORD =
      Pattern.compile("[a-z_][a-z0-9_]*(\\.[a-z_*][a-z0-9_]*)?|[^\\s]");
  private static final Set<String> BEFORE_A_TABLE =
      Set.of("from", "join", "into", "update", "using", "truncate", "copy", "references");
  private static final Set<String> BETWEEN = Set.of("only", "lateral", "table");
  private static final Set<String> AFTER_A_TABLE =
      Set.of(
          "where",
          "join",
          "left",
          "inner",
          "cross",
          "full",
          "right",
          "on",
          "set",
          "order",
          "group",
          "limit",
          "for",
          "union",
          "using",
          "values",
          "returning",
          "select",
          "natural",
          "window");

  private SqlText() {}

  static boolean looksLikeSql(String text) {
    return LOOKS_LIKE_SQL.matcher(text).find();
  }

  /** Names that stand where a table or a view must stand. */
  static List<String> tables(String sql) {
    List<String> words = words(sql);
    List<String> tables = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (BEFORE_A_TABLE.contains(words.get(i))) {
        tables(words, i + 1, words.get(i).equals("from"), tables);
      }
    }
    return tables;
  }

  private static void tables(List<String> words, int start, boolean list, List<String> tables) {
    int at = start;
    do {
      while (at < words.size() && BETWEEN.contains(words.get(at))) {
        at++;
      }
      if (at >= words.size() || !isName(words.get(at))) {
        return;
      }
      tables.add(words.get(at++));
      at = afterAlias(words, at);
    } while (list && at < words.size() && words.get(at++).equals(","));
  }

  private static int afterAlias(List<String> words, int start) {
    int at = start;
    if (at < words.size() && words.get(at).equals("as")) {
      at++;
    }
    boolean alias =
        at < words.size() && isName(words.get(at)) && !AFTER_A_TABLE.contains(words.get(at));
    return alias ? at + 1 : at;
  }

  /** What {@code create table} or {@code create view} makes. */
  static List<String> created(String kind, String sql) {
    Matcher matcher =
        Pattern.compile("create (?:or replace )?" + kind + " (?:if not exists )?([a-z_0-9.]+)")
            .matcher(String.join(" ", words(sql)));
    return matcher.results().map(found -> found.group(1)).toList();
  }

  /** What indexes, triggers and alterations are put on. */
  static List<String> worked(String sql) {
    Matcher matcher =
        Pattern.compile(
                "(?:create (?:unique )?index (?:if not exists )?[a-z_0-9]+ on|alter table"
                    + "|create trigger [a-z_0-9]+ [a-z ]+? on) ([a-z_0-9.]+)")
            .matcher(String.join(" ", words(sql)));
    return matcher.results().map(found -> found.group(1)).toList();
  }

  private static boolean isName(String word) {
    return word.matches("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)?");
  }

  /** Without comments and quoted texts, in lower case. */
  static List<String> words(String sql) {
    String plain =
        sql.replaceAll("--[^\n]*", " ")
            .replaceAll("'[^']*'", " '' ")
            .replaceAll("::\\w+", " ")
            .replaceAll(":\\w+", " :p ")
            .toLowerCase(Locale.ROOT);
    return WORD.matcher(plain).results().map(found -> found.group()).toList();
  }
}
