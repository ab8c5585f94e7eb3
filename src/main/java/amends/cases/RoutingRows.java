package amends.cases;

import amends.shared.Sql;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of rules, and of what they have decided. */
@Component
final class RoutingRows {
  private static final RowMapper<RoutingRule> RULE =
      (rs, n) -> {
        Instant tried = Sql.instantOrNull(rs, "tried_at");
        return new RoutingRule(
            rs.getLong("id"),
            rs.getString("name"),
            rs.getInt("position"),
            new RoutingRule.When(
                Sql.longOrNull(rs, "brand_id"),
                rs.getString("language"),
                rs.getString("channel"),
                rs.getString("words"),
                Sql.longOrNull(rs, "product_id"),
                Sql.longOrNull(rs, "field_id"),
                rs.getString("field_value"),
                rs.getString("need"),
                rs.getBoolean("harm"),
                rs.getString("tag")),
            new RoutingRule.Then(
                Sql.longOrNull(rs, "team_id"),
                Sql.longOrNull(rs, "skill_id"),
                rs.getObject("answer_minutes", Integer.class)),
            rs.getObject("on_at") != null,
            tried != null && !tried.isBefore(Sql.instant(rs, "changed_at")),
            rs.getBoolean("again"));
      };

  private final JdbcClient sql;

  RoutingRows(JdbcClient sql) {
    this.sql = sql;
  }

  /** In the order in which they are asked. */
  List<RoutingRule> all() {
    return sql.sql("select * from routing_rule where ended_at is null order by position, id")
        .query(RULE)
        .list();
  }

  List<RoutingRule> on() {
    return sql.sql(
            """
            select * from routing_rule where on_at is not null and ended_at is null
            order by position, id
            """)
        .query(RULE)
        .list();
  }

  /** A changed rule has to be tried anew; until then it does not work. */
  long keep(RoutingRule rule, Instant now) {
    String statement =
        rule.id() == 0
            ? """
            insert into routing_rule (name, position, brand_id, language, channel, words, product_id,
              field_id, field_value, need, harm, tag, again, team_id, skill_id, answer_minutes, changed_at)
            values (:name, (select coalesce(max(position), 0) + 1 from routing_rule), :brand, :language,
              :channel, :words, :product, :field, :fieldValue, :need, :harm, :tag, :again, :team, :skill,
              :minutes, :now)
            returning id
            """
            : """
            update routing_rule set name = :name, brand_id = :brand, language = :language,
              channel = :channel, words = :words, product_id = :product, field_id = :field,
              field_value = :fieldValue, need = :need, harm = :harm, tag = :tag, again = :again,
              team_id = :team, skill_id = :skill,
              answer_minutes = :minutes, changed_at = :now, tried_at = null, on_at = null
            where id = :id returning id
            """;
    return sql.sql(statement)
        .params(params(rule))
        .param("now", Sql.at(now))
        .query(Long.class)
        .single();
  }

  private static Map<String, @Nullable Object> params(RoutingRule rule) {
    RoutingRule.When when = rule.when();
    Map<String, @Nullable Object> params = new HashMap<>();
    params.put("id", rule.id());
    params.put("name", rule.name());
    params.put("brand", when.brandId());
    params.put("language", when.language());
    params.put("channel", when.channel());
    params.put("words", when.words());
    params.put("product", when.productId());
    params.put("field", when.fieldId());
    params.put("fieldValue", when.fieldValue());
    params.put("need", when.need());
    params.put("harm", when.harm());
    params.put("tag", when.tag());
    params.put("again", rule.again());
    params.put("team", rule.then().teamId());
    params.put("skill", rule.then().skillId());
    params.put("minutes", rule.then().answerMinutes());
    return params;
  }

  void move(long id, int position) {
    sql.sql("update routing_rule set position = :position where id = :id")
        .param("position", position)
        .param("id", id)
        .update();
  }

  void mark(long id, String column, @Nullable Instant at) {
    sql.sql("update routing_rule set %s = :at where id = :id".formatted(column))
        .param("at", Sql.atOrNull(at))
        .param("id", id)
        .update();
  }

  /** The rule that sent a case last; empty when none did. */
  Optional<Long> last(long caseId) {
    return sql.sql(
            "select rule_id from case_routing where case_id = :case order by id desc limit 1")
        .param("case", caseId)
        .query(Long.class)
        .optional();
  }

  /** What rules could look at in the newest cases as they came in. */
  List<RoutingFacts> newest(int most) {
    return sql.sql(
            """
            select c.brand_id, k.locale, c.channel, c.subject
            from (select * from amends_case order by id desc limit :most) c
            join customers_v_customer k on k.id = c.customer_id
            """)
        .param("most", most)
        .query((rs, n) ->
            new RoutingFacts(
                rs.getLong("brand_id"),
                Locale.forLanguageTag(rs.getString("locale")).getLanguage(),
                rs.getString("channel"),
                rs.getString("subject"),
                Set.of(),
                Map.of(),
                Set.of(),
                false))
        .list();
  }

  void decided(long caseId, RoutingDecision decision, Instant now) {
    Load load = decision.load();
    sql.sql(
            """
            insert into case_routing (case_id, rule_id, rule_name, team_id, person_id, skill_name, why,
              open_cases, due_soon, at)
            values (:case, :rule, :name, :team, :person, :skill, :why, :open, :soon, :now)
            """)
        .param("case", caseId)
        .param("rule", decision.rule().id())
        .param("name", decision.rule().name())
        .param("team", decision.teamId())
        .param("person", decision.personId())
        .param("skill", decision.skill())
        .param("why", decision.why().name().toLowerCase(Locale.ROOT))
        .param("open", load == null ? null : load.open())
        .param("soon", load == null ? null : load.dueSoon())
        .param("now", Sql.at(now))
        .update();
  }
}
