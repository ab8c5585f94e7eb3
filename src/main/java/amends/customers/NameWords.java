package amends.customers;

import amends.shared.Chore;
import amends.shared.Plain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The words that names are made of, each once. What was typed is held against them by its groups of
 * three letters; a million names have some ten thousand words.
 */
@Component
final class NameWords implements Chore {
  private static final int MOST_TYPED = 6;
  private static final int SHORTEST_BEGINNING = 2;
  private static final int SHORTEST_WORD = 4;

  private final JdbcClient sql;

  NameWords(JdbcClient sql) {
    this.sql = sql;
  }

  /** Every typed word is the beginning of a word; a single letter stands for itself. */
  static String beginnings(String typed) {
    return typed(typed)
        .map(word -> word.length() < SHORTEST_BEGINNING ? word : word + ":*")
        .collect(Collectors.joining(" & "));
  }

  /** How far a word may be from what was typed. */
  enum Nearness {
    /** One letter is missing, too many or another, or two have changed places. */
    ONE_LETTER("customer_word_forms(w.word) && customer_word_forms(t.word)"),
    /** Enough groups of three letters are the same: of thousands of words each is looked at. */
    SHARED_LETTERS("w.word % t.word");

    private final String condition;

    Nearness(String condition) {
      this.condition = condition;
    }
  }

  /**
   * Every typed word, or one that is so near to it; empty when nothing is. A number stands for
   * itself: one digit more or less is another one.
   */
  String resembling(String typed, Nearness nearness) {
    List<String> words =
        typed(typed)
            .filter(word -> word.length() >= SHORTEST_WORD)
            .filter(word -> word.chars().noneMatch(Character::isDigit))
            .toList();
    Map<String, List<String>> near = words.isEmpty() ? Map.of() : near(words, nearness);
    return near.isEmpty()
        ? ""
        : typed(typed)
            .map(word -> choice(word, near.getOrDefault(word, List.of())))
            .collect(Collectors.joining(" & "));
  }

  private static String choice(String word, List<String> near) {
    // A word that somebody is called is no beginning of another here: to gather all that begin so
    // took longer than the rest.
    boolean whole = word.length() < SHORTEST_BEGINNING || near.contains(word);
    return Stream.concat(Stream.of(whole ? word : word + ":*"), near.stream())
        .distinct()
        .collect(Collectors.joining(" | ", "(", ")"));
  }

  private Map<String, List<String>> near(List<String> words, Nearness nearness) {
    Map<String, List<String>> near = new TreeMap<>();
    sql.sql(
            """
            select t.word as typed, n.word from unnest(cast(:words as text[])) as t(word)
            cross join lateral (
              select w.word from customer_word w where %s
              order by similarity(w.word, t.word) desc, w.word limit 6) n
            """
                .formatted(nearness.condition))
        .param("words", words.toArray(String[]::new))
        .query(rs -> {
          near.computeIfAbsent(rs.getString("typed"), w -> new ArrayList<>())
              .add(rs.getString("word"));
        });
    return near;
  }

  private static Stream<String> typed(String typed) {
    return Arrays.stream(Plain.folded(typed).split(" ", -1))
        .filter(word -> !word.isEmpty())
        .limit(MOST_TYPED);
  }

  @Override
  public String name() {
    return "customers.name-words";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(24);
  }

  /** A word that two acts took away and brought at the same time may be missing, or left over. */
  @Override
  public void perform() {
    sql.sql(
            """
            with borne as materialized (
              select distinct w.word
              from customer c cross join lateral string_to_table(c.name_folded, ' ') as w(word)
              where w.word <> ''),
            gone as (
              delete from customer_word k
              where not exists (select from borne b where b.word = k.word))
            insert into customer_word select b.word from borne b order by b.word
            on conflict do nothing
            """)
        .update();
  }
}
