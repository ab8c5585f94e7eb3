package amends.cases;

import amends.shared.Sql;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of fields and what they offer to choose from. */
@Component
final class FieldRows {
  private final JdbcClient sql;

  FieldRows(JdbcClient sql) {
    this.sql = sql;
  }

  /** In the order in which they are asked; those asked no longer last. */
  List<Field> all() {
    return sql.sql(
            """
            select f.*, array(select c.name from case_field_choice c
              where c.field_id = f.id and c.retired_at is null order by c.position, c.id) as choices
            from case_field f order by f.retired_at is not null, f.position, lower(f.name), f.id
            """)
        .query((rs, n) ->
            new Field(
                rs.getLong("id"),
                Sql.longOrNull(rs, "brand_id"),
                Sql.longOrNull(rs, "team_id"),
                rs.getString("key"),
                rs.getString("name"),
                rs.getString("hint"),
                Field.Kind.of(rs.getString("kind")),
                rs.getBoolean("required"),
                rs.getInt("position"),
                rs.getString("also"),
                List.of((String[]) rs.getArray("choices").getArray()),
                rs.getObject("retired_at") != null))
        .list();
  }

  Optional<Field> find(long id) {
    return all().stream().filter(field -> field.id() == id).findFirst();
  }

  long add(Field field, Instant now) {
    return sql.sql(
            """
            insert into case_field (brand_id, team_id, key, name, hint, kind, required, position, also, made_at)
            values (:brand, :team, :key, :name, :hint, :kind, :required, :position, :also, :now)
            returning id
            """)
        .params(params(field))
        .param("now", Sql.at(now))
        .query(Long.class)
        .single();
  }

  void change(Field field) {
    sql.sql(
            """
            update case_field set brand_id = :brand, team_id = :team, name = :name, hint = :hint,
              required = :required, position = :position, also = :also
            where id = :id
            """)
        .params(params(field))
        .update();
  }

  private static Map<String, @Nullable Object> params(Field field) {
    Map<String, @Nullable Object> params = new HashMap<>();
    params.put("id", field.id());
    params.put("brand", field.brandId());
    params.put("team", field.teamId());
    params.put("key", field.key());
    params.put("name", field.name());
    params.put("hint", field.hint());
    params.put("kind", field.kind().code());
    params.put("required", field.required());
    params.put("position", field.position());
    params.put("also", field.also());
    return params;
  }

  /** These in this order; others are offered no longer, and stay where they were chosen. */
  void offer(long field, List<String> choices, Instant now) {
    sql.sql(
            """
            update case_field_choice set retired_at = :now
            where field_id = :field and retired_at is null and name <> all(:names)
            """)
        .param("field", field)
        .param("names", choices.toArray(String[]::new))
        .param("now", Sql.at(now))
        .update();
    sql.sql(
            """
            insert into case_field_choice (field_id, name, position)
            select :field, x.name, x.place
            from unnest(cast(:names as text[])) with ordinality as x(name, place)
            on conflict (field_id, name) do update set position = excluded.position, retired_at = null
            """)
        .param("field", field)
        .param("names", choices.toArray(String[]::new))
        .update();
  }

  boolean retire(long field, @Nullable Instant at) {
    return sql.sql(
                """
                update case_field set retired_at = :at
                where id = :id and (retired_at is null) = (cast(:at as timestamptz) is not null)
                """)
            .param("id", field)
            .param("at", Sql.atOrNull(at))
            .update()
        == 1;
  }
}
