package amends.app;

import amends.shared.Sql;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts one word wherever a customer's words can stand, and looks for it everywhere. */
final class Canary {
  static final String WORD = "zanzibarquokka";

  /** Nothing of customers is ever in these: they are of colleagues, calendars or the program. */
  private static final Set<String> NOT_THEIRS =
      Set.of(
          "absence",
          "case_routing",
          "person_skill",
          "routing_rule",
          "skill",
          "alarm",
          "api_token",
          "brand",
          "letterhead",
          "cadence_rule",
          "disruption",
          "guarantee",
          "guarantee_proposal",
          "cadence_stage",
          "calendar",
          "calendar_hours",
          "calendar_holiday",
          "case_presence",
          "case_field",
          "case_field_choice",
          "case_text_language",
          "closure",
          "deadline",
          "honesty_overruling",
          "flyway_schema_history",
          "job",
          "journal_entry",
          "journal_head",
          "journal_seal",
          "lot",
          "membership",
          "once",
          "one_time_link",
          "passkey",
          "passkey_owner",
          "past_matter",
          "person",
          "portal_enclosure",
          "portal_knock",
          "portal_once",
          "portal_wish",
          "product",
          "provider_identity",
          "purchase_order",
          "recovery_code",
          "role_grant",
          "second_factor",
          "sign_in_attempt",
          "sign_in_rules",
          "spring_session",
          "spring_session_attributes",
          "team",
          "unit",
          "obligation",
          "complaint_regime",
          "complaint_under",
          "complaint_clock",
          "complaint_letter",
          "check_mark",
          "case_link",
          "customer_merge",
          "reply_round_case",
          "hook",
          "hook_in",
          "hook_secret",
          "macro",
          "mailbox",
          "mailbox_mail",
          "mail_account",
          "mail_consent",
          "mail_server",
          "macro_words",
          "notice_mail",
          "tag",
          "retention",
          "installation",
          "erasure",
          "channel_trouble",
          "chat_presence",
          "connection",
          "contact_choice",
          "contact_limit",
          "errand",
          "print_batch",
          "receipt",
          "suppression",
          "broadcast",
          "broadcast_job",
          "broadcast_tally",
          "public_post",
          "public_post_step");

  /** Codes, kinds and numbers of the house, in tables that hold words too. */
  private static final Set<String> CODES =
      Set.of(
          "amends_case.channel",
          "broadcast_named.given",
          "broadcast_person.channel",
          "broadcast_person.left_out",
          "amends_case.opened_by_kind",
          "case_field_value.kind",
          "complaint.way",
          "complaint.outcome",
          "complaint.redress_currency",
          "saved_view.field_value",
          "case_guarantee.answer",
          "cadence.audience",
          "cadence.ended_by_kind",
          "cadence.started_by_kind",
          "cadence.subject_kind",
          "call_draft.names",
          "call_draft.words",
          "contact_rule.kind",
          "contact_rule.channel",
          "case_draft.names",
          "case_sent.names",
          "case_sent.waiting",
          "case_text.language",
          "contact_point.dead_why",
          "contact_point.verified_how",
          "customer.locale",
          "customer.zone",
          "delivery.channel",
          "delivery.provider_ref",
          "delivery.suppressed_why",
          "message.provider_ref",
          "message.purpose",
          "follow_up.channel",
          "held_mail.about_kind",
          "held_mail.decided_by_kind",
          "held_mail.reason",
          "idempotency.key",
          "idempotency.location",
          "import_item.kind",
          "import_item.reason",
          "import_item.source",
          "import_item.target_kind",
          "inbound.door",
          "inbound.proof",
          "inbound.spf",
          "inbound.trust",
          "message.about_kind",
          "message.author_kind",
          "message.channel",
          "message.not_sent",
          "message.rfc_id",
          "attachment.link",
          "attachment.type",
          "portal_link.revoked_by_kind",
          "portal_request.asked_by_kind",
          "promise.evidence_kind",
          "promise.kind",
          "promise.made_by_kind",
          "promise.subject_kind",
          "undertaking.subject_kind",
          "reopening.by_kind",
          "saved_view.owner",
          "saved_view.waiting",
          "saved_view.name",
          "waiting.set_by_kind",
          "past_word.external_id",
          "contact_point.address",
          "not_ours.mark",
          "not_ours.value",
          "contact_point.address_norm",
          "customer.name_folded",
          "customer.name",
          "inbound.envelope_from",
          "saved_view.words",
          "saved_view.customer",
          "hook_arrival.became",
          "hook_arrival.event",
          "hook_call.event",
          "hook_call.kind",
          "hook_call.payload",
          "hook_call.trouble",
          "notice.about_kind",
          "notice.source_kind",
          "saved_view.tag",
          "customer_word.word",
          "import_item.external_id");

  private final JdbcClient sql;
  private final TestClock clock;

  Canary(JdbcClient sql, TestClock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  private record Column(String table, String name, String type) {
    String words() {
      return (type.equals("bytea") ? "encode(\"%s\", 'escape')" : "cast(\"%s\" as text)")
          .formatted(name);
    }
  }

  private List<Column> wordy() {
    return sql.sql(
            """
            select c.table_name, c.column_name, c.data_type from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
              and c.data_type in ('text', 'character varying', 'character', 'bytea', 'jsonb', 'json',
                'ARRAY', 'tsvector')
            order by 1, 2
            """)
        .query((rs, n) -> new Column(rs.getString(1), rs.getString(2), rs.getString(3)))
        .list();
  }

  /** Every column that holds the word. */
  List<String> columns() {
    List<String> found = new ArrayList<>();
    for (Column column : wordy()) {
      String holding =
          "\"%s\" where position('%s' in lower(%s)) > 0"
              .formatted(column.table(), WORD, column.words());
      if (count(holding) > 0) {
        found.add(column.table() + "." + column.name());
      }
    }
    return found;
  }

  List<String> tablesWithoutIt() {
    List<String> holding =
        columns().stream().map(c -> c.substring(0, c.indexOf('.'))).distinct().toList();
    return wordy().stream()
        .map(Column::table)
        .distinct()
        .filter(t -> !CanaryOfRemedies.ours(NOT_THEIRS, t) && !holding.contains(t))
        .toList();
  }

  long count(String from) {
    return sql.sql("select count(*) from " + from).query(Long.class).single();
  }

  /** Ends all that is open with a customer, as if it had been settled long ago. */
  void close(long customer) {
    run(
        """
        update amends_case set settled_at = :at, closed_at = :at, next_promise_id = null, next_due_at = null
        where customer_id = :customer and :word <> ''
        """,
        customer);
    run(
        """
        update promise set released_at = :at, release_reason = 'over'
        where customer_id = :customer and released_at is null and :word <> ''
        """,
        customer);
    run("delete from alarm where :customer > 0 and cast(:at as timestamptz) is not null", customer);
  }

  private void run(String statement, long customer) {
    sql.sql(statement)
        .param("customer", customer)
        .param("at", Sql.at(clock.instant()))
        .param("word", WORD)
        .update();
  }

  /** A row in every table, then the word in every column of words that takes it. */
  void fill(long customer, Fernhill world) {
    for (String row : CanaryOfRemedies.behind(CanaryRows.ALL)) {
      String made =
          row.replace("$case", "(select min(id) from amends_case where customer_id = :customer)")
              .replace("$message", "(select min(id) from message where customer_id = :customer)")
              .replace("$me", String.valueOf(world.priya.id()))
              .replace("$team", String.valueOf(world.home.id()));
      run(made, customer);
    }
    for (Column column : wordy()) {
      String name = column.table() + "." + column.name();
      boolean text = column.type().equals("text") || column.name().equals("words");
      boolean code = CODES.contains(name) || CanaryOfRemedies.CODES.contains(name);
      if (text && !CanaryOfRemedies.ours(NOT_THEIRS, column.table()) && !code) {
        plant(column, customer);
      }
    }
  }

  /** A column that is checked refuses the word: it holds codes. */
  private void plant(Column column, long customer) {
    String word =
        column.type().equals("ARRAY")
            ? "array_fill('%s '::text, array[cardinality(%s)])"
            : "'%s ' || coalesce(%s, '')";
    String where = theirs(column.table(), customer);
    try {
      sql.sql(
              "update %s set %s = %s where %s"
                  .formatted(
                      column.table(), column.name(), word.formatted(WORD, column.name()), where))
          .update();
    } catch (DataAccessException e) {
      // Codes are checked by the database.
    }
  }

  private String theirs(String table, long customer) {
    List<String> columns =
        sql.sql(
                """
                select column_name from information_schema.columns
                where table_schema = current_schema() and table_name = :table
                """)
            .param("table", table)
            .query(String.class)
            .list();
    String cases = "(select id from amends_case where customer_id = " + customer + ")";
    String messages = "(select id from message where customer_id = " + customer + ")";
    if (table.equals("customer")) {
      return "id = " + customer;
    }
    if (columns.contains("customer_id")) {
      return "customer_id = " + customer;
    }
    if (columns.contains("case_id")) {
      return "case_id in " + cases;
    }
    if (columns.contains("message_id") && !table.equals("inbound")) {
      return "message_id in " + messages;
    }
    if (table.equals("inbound")) {
      return "filed_message_id in " + messages + " or held_mail_id is not null";
    }
    return "true";
  }
}
