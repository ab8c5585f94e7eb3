package amends.cases;

import amends.customers.Holdings;
import amends.customers.Obstacle;
import amends.customers.Telling;
import amends.customers.Traces;
import amends.customers.Wiping;
import amends.shared.Subject;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Their cases and everything that was written in them. */
@Component
@Order(50)
final class CaseHoldings implements Holdings {
  private static final String OF_A_RULE =
      "reason = case when reason is not null then :gone end,"
          + " affiliation = case when affiliation is not null then :gone end,"
          + " evidence = case when evidence is not null then :gone end";

  /** What people wrote into a case: the rows and their words; {@code words} is never empty. */
  private static final Map<String, String> WRITTEN =
      Map.ofEntries(
          Map.entry("statement", "words = :gone, who = :gone"),
          Map.entry("note", "words = :gone"),
          Map.entry("call", "words = :gone"),
          Map.entry("handover", "words = :gone"),
          Map.entry("shift_handover_case", "words = case when words = '' then '' else :gone end"),
          Map.entry("follow_up", "words = case when words = '' then '' else :gone end"),
          Map.entry("reopening", "why = :gone"),
          Map.entry("waiting", "words = case when words = '' then '' else :gone end"),
          Map.entry("past_word", "words = :gone, who = :gone"),
          Map.entry("approved_words", "words = :gone"),
          Map.entry("contact_rule", OF_A_RULE),
          Map.entry(
              "harm_report",
              "happened = :gone, injury = case when injury is not null then :gone end,"
                  + " damage = case when damage is not null then :gone end"),
          Map.entry("harm_denial", "happened = :gone, why = :gone"),
          Map.entry("case_condition", "waits_for = :gone, words = :gone"),
          Map.entry(
              "settlement",
              "done = :gone, reasons = case when reasons is not null then :gone end,"
                  + " turn_to = case when turn_to is not null then :gone end,"
                  + " forwarded_to = case when forwarded_to is not null then :gone end"));

  private final JdbcClient sql;
  private final Search search;

  CaseHoldings(JdbcClient sql, Search search) {
    this.sql = sql;
    this.search = search;
  }

  @Override
  public String room() {
    return "cases";
  }

  @Override
  public List<Subject> subjects(List<Long> customers) {
    return sql.sql("select id from amends_case where customer_id = any(:ids) order by id")
        .param("ids", customers.toArray(Long[]::new))
        .query((rs, n) -> Case.subject(rs.getLong(1)))
        .list();
  }

  @Override
  public List<Obstacle> obstacles(Traces traces) {
    return Obstacle.of(
        "case",
        sql.sql(
                """
                select id from amends_case
                where customer_id = any(:customers) and closed_at is null order by id
                """)
            .param("customers", traces.customers().toArray(Long[]::new))
            .query(Long.class)
            .list());
  }

  @Override
  public void tell(Traces traces, Telling to) {
    to.rows(
        "amends_case",
        """
        select id, channel, subject, happened, asks, mood, country, opened_at, settled_at,
          closed_at
        from amends_case where id = any(:cases) order by id
        """);
    written(to, "statement", "case_id, side, who, words, taken_at");
    written(to, "note", "case_id, words, written_at");
    written(to, "call", "case_id, direction, minutes, words, made_at");
    written(to, "handover", "case_id, words, at");
    written(to, "settlement", "case_id, outcome, done, reasons, turn_to, forwarded_to, settled_at");
    written(to, "follow_up", "case_id, result, channel, words, made_at");
    written(to, "reopening", "case_id, why, reopened_at");
    written(to, "waiting", "case_id, whom, words, set_at");
    written(to, "past_word", "case_id, side, who, words, said_at");
    written(to, "contact_rule", "case_id, kind, reason, affiliation, evidence, from_at, ended_at");
    to.rows(
        "case_field_value",
        """
        select v.case_id, f.name, coalesce(v.text_value, cast(trim_scale(v.number_value) as text),
          cast(v.date_value as text), o.name, r.external_id, u.serial, case when v.yes_value then 'yes' else 'no' end) as value, v.set_at
        from case_field_value v join case_field f on f.id = v.field_id
        left join case_field_choice o on o.id = v.choice_id
        left join goods_v_order r on r.id = v.order_id left join goods_v_unit u on u.id = v.unit_id
        where v.case_id = any(:cases) order by v.case_id, v.field_id
        """);
    written(to, "harm_report", "case_id, happened, injury, damage, reported_at");
    written(to, "harm_denial", "case_id, happened, why, denied_at");
    written(to, "case_unknown", "case_id, kind, number, noted_at, known_at");
    written(to, "case_condition", "case_id, waits_for, words, amount, unit, made_at, met_at");
    to.rows(
        "case_guarantee",
        """
        select case_id, guarantee_id, promise_id, noted_at, answered_at, answer, reason
        from case_guarantee where customer_id = any(:customers) order by id
        """);
  }

  private static void written(Telling to, String table, String columns) {
    to.rows(
        table,
        "select %s from %s where case_id = any(:cases) order by id".formatted(columns, table));
  }

  @Override
  public void erase(Traces traces, Wiping wiping) {
    WRITTEN.forEach((table, words) ->
        wiping.run(table, "update %s set %s where case_id = any(:cases)".formatted(table, words)));
    // A letter to many is nobody's alone; to them only, it is theirs.
    wiping.run(
        "reply_round",
        """
        update reply_round r set words = :gone, next_words = :gone
        where exists (
            select from reply_round_case c where c.round_id = r.id and c.case_id = any(:cases))
          and not exists (
            select from reply_round_case c where c.round_id = r.id and c.case_id <> all(:cases))
        """);
    wiping.run(
        "shift_handover",
        """
        update shift_handover s set words = case when words = '' then '' else :gone end
        where exists (
          select from shift_handover_case c where c.handover_id = s.id and c.case_id = any(:cases))
        """);
    wiping.run(
        "case_guarantee",
        """
        update case_guarantee set reason = case when reason is not null then :gone end
        where customer_id = any(:customers) or case_id = any(:cases)
        """);
    // Whoever spoke for somebody is told of in that one's case.
    wiping.run(
        "contact_rule",
        "update contact_rule set " + OF_A_RULE + " where speaker_id = any(:customers)");
    wiping.run(
        "call_draft",
        """
        delete from call_draft d where exists (
          select from unnest(d.names, d.words) as f(name, word)
          where f.name = 'customer' and f.word = any(cast(:customers as text[]))
            or f.name = 'matter' and f.word = any(cast(:cases as text[]))
            or lower(f.word) = any(:names) or lower(f.word) = any(:addresses))
        """);
    wiping.run("case_field_value", "delete from case_field_value where case_id = any(:cases)");
    wiping.run("case_unknown", "delete from case_unknown where case_id = any(:cases)");
    wiping.run("case_draft", "delete from case_draft where case_id = any(:cases)");
    wiping.run("case_sent", "delete from case_sent where case_id = any(:cases)");
    wiping.run(
        "amends_case",
        """
        update amends_case set subject = :gone, happened = :gone, mood = null,
          asks = case when asks is not null then :gone end
        where id = any(:cases)
        """);
    wiping.run(
        "saved_view",
        """
        update saved_view set words = '', customer = '', field_value = ''
        where lower(field_value) = any(:names) or lower(field_value) = any(:addresses)
          or lower(customer) = any(:names) or lower(customer) = any(:addresses)
          or lower(words) = any(:names) or lower(words) = any(:addresses)
        """);
  }

  @Override
  public void erased(Traces traces) {
    search.forgetWords(traces.of("case"));
  }
}
