package amends.cases;

import amends.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code macro}, with their words and how often they were used. */
@Component
final class MacroRows {
  private static final int LATELY_DAYS = 30;

  private final JdbcClient sql;

  MacroRows(JdbcClient sql) {
    this.sql = sql;
  }

  /** Those that have not ended, by name. */
  List<Macro> all(Instant now) {
    Map<Long, Map<String, Macro.Said>> words = new HashMap<>();
    sql.sql(
            "select w.* from macro_words w join macro m on m.id = w.macro_id where m.ended_at is null")
        .query(rs -> {
          words
              .computeIfAbsent(rs.getLong("macro_id"), id -> new HashMap<>())
              .put(
                  rs.getString("language"),
                  new Macro.Said(rs.getString("words"), rs.getString("next")));
        });
    return sql.sql(
            """
            select m.*, coalesce((select sum(u.uses) from macro_use u
              where u.macro_id = m.id and u.day > :since), 0) as lately
            from macro m where m.ended_at is null order by lower(m.name), m.id
            """)
        .param("since", day(now).minusDays(LATELY_DAYS))
        .query((rs, n) -> macro(rs, words.getOrDefault(rs.getLong("id"), Map.of())))
        .list();
  }

  /** Only what they are called, and whose they are. */
  List<Macros.Named> names() {
    return sql.sql(
            "select id, name, team_id from macro where ended_at is null order by lower(name), id")
        .query((rs, n) ->
            new Macros.Named(rs.getLong("id"), rs.getString("name"), Sql.longOrNull(rs, "team_id")))
        .list();
  }

  long add(Macro macro, long by, Instant now) {
    long id =
        sql.sql(
                """
                insert into macro (name, team_id, by_when, tags, owner, wait_whom, wait_words,
                  wait_look, changed_by, changed_at)
                values (:name, :team, :by, :tags, :owner, :whom, :words, :look, :person, :now)
                returning id
                """)
            .params(params(macro, by, now))
            .query(Long.class)
            .single();
    say(id, macro.words());
    return id;
  }

  void change(Macro macro, long by, Instant now) {
    sql.sql(
            """
            update macro set name = :name, team_id = :team, by_when = :by, tags = :tags,
              owner = :owner, wait_whom = :whom, wait_words = :words, wait_look = :look,
              changed_by = :person, changed_at = :now
            where id = :id
            """)
        .params(params(macro, by, now))
        .param("id", macro.id())
        .update();
    sql.sql("delete from macro_words where macro_id = :id").param("id", macro.id()).update();
    say(macro.id(), macro.words());
  }

  void end(long id, Instant now) {
    sql.sql("update macro set ended_at = :now where id = :id")
        .param("id", id)
        .param("now", Sql.at(now))
        .update();
  }

  void used(long id, Instant now) {
    sql.sql(
            """
            insert into macro_use (macro_id, day, uses) values (:id, :day, 1)
            on conflict (macro_id, day) do update set uses = macro_use.uses + 1
            """)
        .param("id", id)
        .param("day", day(now))
        .update();
    sql.sql("update macro set used_at = :now where id = :id")
        .param("id", id)
        .param("now", Sql.at(now))
        .update();
  }

  private void say(long id, Map<String, Macro.Said> words) {
    List<Map.Entry<String, Macro.Said>> each = List.copyOf(words.entrySet());
    sql.sql(
            """
            insert into macro_words (macro_id, language, words, next)
            select :id, * from unnest(cast(:languages as text[]), cast(:words as text[]),
              cast(:nexts as text[]))
            """)
        .param("id", id)
        .param("languages", each.stream().map(Map.Entry::getKey).toArray(String[]::new))
        .param("words", each.stream().map(e -> e.getValue().words()).toArray(String[]::new))
        .param("nexts", each.stream().map(e -> e.getValue().next()).toArray(String[]::new))
        .update();
  }

  private static Map<String, @Nullable Object> params(Macro macro, long by, Instant now) {
    Map<String, @Nullable Object> params = new HashMap<>();
    params.put("name", macro.name());
    params.put("team", macro.teamId());
    params.put("by", macro.then().by());
    params.put("tags", macro.then().tags());
    params.put("owner", macro.then().owner());
    params.put("whom", macro.then().waitWhom());
    params.put("words", macro.then().waitWords());
    params.put("look", macro.then().waitLook());
    params.put("person", by);
    params.put("now", Sql.at(now));
    return params;
  }

  private static Macro macro(ResultSet rs, Map<String, Macro.Said> words) throws SQLException {
    return new Macro(
        rs.getLong("id"),
        rs.getString("name"),
        Sql.longOrNull(rs, "team_id"),
        words,
        new Macro.Then(
            rs.getString("by_when"),
            rs.getString("tags"),
            rs.getString("owner"),
            rs.getString("wait_whom"),
            rs.getString("wait_words"),
            rs.getString("wait_look")),
        new Macro.Used(rs.getLong("lately"), Sql.instantOrNull(rs, "used_at")));
  }

  private static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
