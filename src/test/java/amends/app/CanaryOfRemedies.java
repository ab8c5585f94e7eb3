package amends.app;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the canary knows of the room for remedies. */
final class CanaryOfRemedies {
  private CanaryOfRemedies() {}

  /** The house's own: what can be given, who may, and what must not leave. */
  static final Set<String> NOT_THEIRS =
      Set.of(
          "authority_limit",
          "authority_use",
          "fulfilment",
          "pay_connection",
          "pay_ledger_line",
          "pay_news",
          "pay_route",
          "remedy",
          "remedy_budget",
          "remedy_cause",
          "remedy_words",
          "stock",
          "stop_mark",
          "suspicion_rule",
          "suspicion_rule_set");

  static final Set<String> CODES =
      Set.of(
          "attempt.key",
          "attempt.person_why",
          "attempt.their_id",
          "attempt.trouble",
          "attempt.why",
          "remedy_check.by_kind",
          "remedy_grant.evidence_kind",
          "remedy_grant.failed_reason",
          "remedy_grant.granted_by_kind",
          "remedy_grant.kind",
          "remedy_grant.once_key",
          "remedy_grant.segment",
          "remedy_grant.subject_kind",
          "remedy_offer.answered_by_kind",
          "remedy_offer.law",
          "remedy_offer.once_key",
          "remedy_offer.subject_kind",
          "remedy_request.once_key",
          "remedy_request.subject_kind");

  static final List<String> ROWS =
      List.of(
          """
          insert into remedy (code, kind, interim, from_day, added_by_kind, added_by_id, added_at)
          values ('canary', 'refund', false, '2026-01-01', 'system', 0, :at)
          """,
          """
          insert into authority_limit (line_id, role, currency, per_grant_minor, from_at, set_by_kind, set_by_id, set_at)
          values (900, 'agent', 'GBP', 1, :at, 'system', 0, :at)
          """,
          """
          insert into remedy_grant (subject_kind, subject_id, customer_id, brand_id, team_id, remedy_id, kind, interim,
            amount_minor, currency, segment, reason, ruled_by, ruled_at, ruled_day, period_begins, counted_for, limit_id,
            matter_minor, day_minor, period_minor, granted_by_kind, granted_by_id, granted_at, done_at)
          select 'case', $case, :customer, (select min(id) from brand), $team, max(r.id), 'refund', false, 0, 'GBP', 'person',
            :word, $me, :at, '2026-01-01', '2026-01-01', :customer, (select max(id) from authority_limit), 0, 0, 0,
            'person', $me, :at, :at
          from remedy r
          """,
          "insert into remedy_interim (grant_id, why, approver_id, ends_at, ended_at, ended_why, ended_person) select max(id), :word, $me, :at, :at, :word, $me from remedy_grant",
          "insert into remedy_backing (grant_id, lesson, backed_by, backed_at) select max(id), :word, $me, :at from remedy_grant",
          """
          insert into remedy_suspicion (grant_id, rule, found, seen_at, looked_at, looked_by, verdict, words)
          select max(id), 'same_address', 4, :at, :at, $me, 'cleared', :word from remedy_grant
          """,
          "insert into remedy_check (grant_id, result, words, by_kind, by_id, at) select max(id), 'works', :word, 'person', $me, :at from remedy_grant",
          """
          insert into remedy_wanted (remedy_id, amount_minor, currency, severity, reason, interim_why)
          select max(id), 1, 'GBP', 'small', :word, :word from remedy
          """,
          """
          insert into remedy_request (subject_kind, subject_id, customer_id, brand_id, team_id, wanted_id, asked_by, asked_at,
            approver_id, due_at, withdrawn_at, words)
          select 'case', $case, :customer, (select min(id) from brand), $team, max(w.id), $me, :at,
            (select max(id) from person where id <> $me), :at, :at, :word
          from remedy_wanted w
          """,
          """
          insert into remedy_offer (subject_kind, subject_id, customer_id, brand_id, team_id, single_reason, reason,
            offered_by, offered_at, valid_until, limit_id, ruled_day, period_begins, counted_for, reserved_minor, currency,
            refused_at, refused_words)
          select 'case', $case, :customer, (select min(id) from brand), $team, :word, :word, $me, :at,
            cast(:at as timestamptz) + interval '1 day', max(id), '2026-01-01', '2026-01-01', :customer, 0, 'GBP', :at, :word
          from authority_limit
          """,
          """
          insert into fulfilment (grant_id, what, customer_id, about_kind, about_id, reference, ordered_at)
          select max(id), 'task', :customer, 'case', $case, 'G1', :at from remedy_grant
          """,
          """
          insert into attempt (fulfilment_id, carried_by, key, made_at, outcome, outcome_at, outcome_by, evidence,
            ready_at, done_at)
          select max(id), 'people', 'canary', :at, 'done', :at, $me, :word, :at, :at from fulfilment
          """,
          """
          insert into grant_stop (grant_id, way, reason, evidence, opened_at, opened_by, answer_until, answered_at, answer,
            decided_at, decided_by, upheld, words, back_at, back_by, back_words)
          select max(id), 'reclaim', 'fraud', :word, :at, $me, :at, :at, :word, :at, $me, true, :word, :at, $me, :word
          from remedy_grant
          """,
          "insert into remedy_choice (offer_id, place, wanted_id) select max(o.id), 0, (select max(id) from remedy_wanted) from remedy_offer o");

  static List<String> behind(List<String> rows) {
    return Stream.concat(rows.stream(), ROWS.stream()).toList();
  }

  static boolean ours(Set<String> others, String table) {
    return others.contains(table) || NOT_THEIRS.contains(table);
  }
}
