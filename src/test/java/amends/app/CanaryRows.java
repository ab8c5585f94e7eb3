package amends.app;

import java.util.List;

/** One row for each table that the story of a mail does not reach. */
final class CanaryRows {
  private CanaryRows() {}

  static final List<String> ALL =
      List.of(
          "update customer set external_id = :word where id = :customer and cast(:at as timestamptz) is not null",
          """
          insert into reply_round (person_id, words, next_words, nothing_more, made_at)
          values ($me, :word, :word, true, :at)
          """,
          """
          insert into reply_round_case (round_id, case_id, ready_at)
          select max(id), $case, :at from reply_round
          """,
          "insert into case_field (key, name, kind, made_at) values ('story', 'Story', 'text', :at) on conflict do nothing",
          """
          insert into case_field_value (case_id, field_id, kind, text_value, set_at)
          select $case, max(id), 'text', :word, :at from case_field
          """,
          "insert into statement (case_id, side, who, words, taken_at) values ($case, 'colleague', :word, :word, :at)",
          "insert into shift_handover (from_person, to_team, words, back_at, at, accept_by) values ($me, $team, :word, :at, :at, :at)",
          "insert into shift_handover_case (handover_id, case_id, words) select max(id), $case, :word from shift_handover",
          "insert into note (case_id, words, written_by, written_at) values ($case, :word, $me, :at)",
          "insert into call (case_id, direction, words, made_by, made_at) values ($case, 'in', :word, $me, :at)",
          "insert into handover (case_id, to_team, words, by_person, at) values ($case, $team, :word, $me, :at)",
          """
          insert into settlement (case_id, outcome, done, reasons, turn_to, forwarded_to, settled_by, settled_at)
          values ($case, 'made_right', :word, :word, :word, :word, $me, :at)
          """,
          "insert into follow_up (case_id, result, channel, words, made_by, made_at) values ($case, 'right', 'phone', :word, $me, :at)",
          "insert into reopening (case_id, why, by_kind, by_id, reopened_at) values ($case, :word, 'person', $me, :at)",
          """
          insert into waiting (case_id, whom, words, promise_id, set_by_kind, set_by_id, set_at)
          select $case, 'carrier', :word, max(id), 'person', $me, :at from promise where customer_id = :customer
          """,
          """
          insert into undertaking (subject_kind, subject_id, customer_id, supplier, words, due_at, asked_at, asked_by,
            answer_by, accepted_at, slipped_at, reason)
          values ('case', $case, :customer, :word, :word, :at, :at, $me, :at, :at, :at, :word)
          """,
          """
          insert into promise_risk (promise_id, kind, source_id, reason, since_at)
          select max(id), 'disruption', 1, :word, :at from promise where customer_id = :customer
          """,
          """
          insert into cadence (rule_id, subject_kind, subject_id, customer_id, audience, promise_id, started_at,
            started_by_kind, started_by_id, ended_at, end_kind, reason)
          select min(r.id), 'case', $case, :customer, 'customer', null, :at, 'person', $me, :at, 'said', :word
          from cadence_rule r
          """,
          """
          insert into call_draft (person_id, names, words, saved_at)
          values ($me, array['customer', 'text'], array[cast(:customer as text), :word], :at)
          """,
          """
          insert into approved_words (case_id, words, written_by, written_at) values ($case, :word, $me, :at)
          """,
          """
          insert into harm_report (case_id, happened, injury, damage, danger_present, reported_by, reported_at, promise_id)
          select $case, :word, :word, :word, false, $me, :at, max(id) from promise where customer_id = :customer
          """,
          """
          insert into booking (source, external_id, kind, customer_id, brand_id, team_id, words, basis, place, due_at,
            entered_at, told_at, shown_by, waits_for, after_amount, after_unit, expected_by)
          select 'csv', :word, 'booking', :customer, c.brand_id, c.team_id, :word, :word, :word, :at, :at, :at, :word,
            :word, 1, 'days', :at
          from amends_case c where c.id = $case
          """,
          """
          insert into case_condition (case_id, waits_for, words, amount, unit, made_by, made_at)
          values ($case, :word, :word, 1, 'days', $me, :at)
          """,
          """
          insert into case_unknown (case_id, kind, number, norm, noted_at)
          values ($case, 'order', :word, :word, :at)
          """,
          """
          insert into guarantee (title, words, scope, if_not, made_at) values ('A day', 'A day', 'All', 'We ring', :at)
          """,
          """
          insert into case_guarantee (case_id, customer_id, guarantee_id, noted_by, noted_at, reason)
          select $case, :customer, max(id), $me, :at, :word from guarantee
          """,
          """
          insert into harm_denial (case_id, heard_in, happened, why, denied_by, denied_at)
          values ($case, $message, :word, :word, $me, :at)
          """,
          """
          insert into contact_rule (case_id, customer_id, kind, reason, decided_by, from_at, review_at, promise_id,
            speaker_id, affiliation, evidence, ended_at, ended_by)
          select $case, :customer, 'representative', :word, $me, :at, :at, max(id), :customer, :word, :word, :at, $me
          from promise where customer_id = :customer
          """,
          """
          insert into case_draft (case_id, person_id, mode, names, words, version, saved_at)
          values ($case, $me, 'note', array['text'], array[cast(:word as text)], 1, :at)
          """,
          """
          insert into case_sent (message_id, case_id, person_id, names, words, promise_id, owned, knew, sent_at, until)
          select $message, $case, $me, array['text'], array[cast(:word as text)], max(id), false, false, :at, :at
          from promise where customer_id = :customer
          """,
          """
          insert into saved_view (person_id, name, owner, state, waiting, due, words, customer, made_at)
          values ($me, 'Mine', '', '', '', '', :word || '@mail.example', :word || '@mail.example', :at)
          """,
          """
          insert into past_matter (case_id, source, external_id, number, stood, brought_at)
          values ($case, 'zendesk', '1', '1', 'closed', :at)
          """,
          """
          insert into past_word (case_id, external_id, side, who, words, said_at)
          values ($case, '1', 'customer', :word, :word, :at)
          """,
          """
          insert into import_item (source, kind, external_id, hash, target_kind, target_id, kept, read_at)
          values ('zendesk', 'user', :word || '@mail.example', '', 'customer', :customer,
            cast('{"x":"' || :word || '"}' as jsonb), :at)
          """,
          """
          insert into import_item (source, kind, external_id, hash, reason, detail, kept, read_at)
          values ('zendesk', 'ticket', '7', '', 'unknown', :word,
            cast('{"from":"' || :word || '@mail.example"}' as jsonb), :at)
          """,
          """
          insert into idempotency (bearer, key, request, status, location, reply, at)
          values (1, 'k', '', 201, '/api/v1/customers/' || cast(:customer as text),
            convert_to('{"name":"' || :word || '"}', 'UTF8'), :at)
          """,
          """
          insert into caught_mail (envelope_from, envelope_to, caught_at, raw)
          values ('help@fernhill.example', :word || '@mail.example', :at, convert_to(:word, 'UTF8'))
          """,
          """
          insert into held_mail (inbound_id, kind, reason, detail, about_kind, about_id, sender, subject, received_at,
            due_at, decided_at, decided_by_kind, decided_by_id, decision, dismissal)
          select max(id), 'tray', 'x', :word, 'case', $case, :word, :word, :at, :at, :at, 'person', $me,
            'dismissed', :word
          from inbound where filed_message_id = $message
          """,
          """
          insert into inbound (door, message_id, message_id_made, sha256, envelope_from, envelope_to, received_at,
            disposition, held_mail_id, ready_at, done_at)
          select 'smtp', :word, false, i.sha256, :word || '@mail.example', array[cast(:word as text)], :at, 'tray', h.id,
            :at, :at
          from held_mail h join inbound i on i.id = h.inbound_id where h.about_id = $case
          """,
          """
          insert into not_ours (mark, value, noted_at, noted_by)
          values ('sender', :word || '@mail.example', :at, $me)
          """,
          """
          insert into portal_request (case_id, kind, at, words, asked_at, asked_by_kind, asked_by_id)
          values ($case, 'call', :at, :word, :at, 'customer', :customer)
          """,
          """
          insert into portal_link (case_id, customer_id, address, hash, made_at, expires_at)
          values ($case, :customer, :word, '\\x00', :at, :at)
          """,
          """
          insert into step_up (case_id, customer_id, contact_id, mac, made_at, expires_at)
          select $case, :customer, min(id), convert_to(:word, 'UTF8'), :at, :at from contact_point
          where customer_id = :customer
          """,
          """
          insert into contact_code (contact_id, code_hash, sent_at, expires_at)
          select min(id), convert_to(:word, 'UTF8'), :at, :at from contact_point where customer_id = :customer
          """,
          """
          insert into identity_check (case_id, person_id, way, facts, checked_at, ends_at)
          values ($case, $me, 'phone', array[cast(:word as text)], :at, :at)
          """,
          """
          insert into complaint (case_id, received_at, way, wants, eligible, vulnerable, unmet_need, outcome, findings,
            decided_at, referred_at, referred_to, referred_words, opened_by, opened_at)
          values ($case, :at, 'written', :word, :word, false, false, 'upheld', :word, :at, :at, :word, :word, $me, :at)
          """,
          """
          insert into report_confirmation (case_id, message_id, address, hash, made_at, expires_at)
          values ($case, $message, :word, '\\x01', :at, :at)
          """,
          """
          insert into legal_hold (subject_kind, subject_id, reason, set_by, set_at, review_at, lifted_by, lifted_at)
          values ('customer', :customer, :word, $me, :at, :at, $me, :at)
          """,
          """
          insert into customer_export (customer_id, asked_by, asked_at, ready_at, trouble, file, expires_at)
          values (:customer, $me, :at, :at, :word, convert_to(:word, 'UTF8'), :at)
          """,
          """
          insert into notice (person_id, kind, source_kind, source_id, about_kind, about_id, words, due_at, noted_at)
          values ($me, 'warning', 'promise', 1, 'case', $case, :word, :at, :at)
          """,
          "insert into api_token (name, hash, scopes, created_at) values ('Shop', '', array['customers:read'], :at)",
          """
          insert into hook_in (name, label, style, locked, target, mapping, token_id, made_at)
          select 'shop', 'Shop', 'plain', '', 'customer', '{}', max(id), :at from api_token
          """,
          """
          insert into hook_arrival (hook_in_id, event, body, came_at, ready_at, done_at, outcome)
          select max(id), '1', convert_to('{"name":"' || :word || '@mail.example"}', 'UTF8'), :at, :at, :at, 'done'
          from hook_in
          """,
          """
          insert into hook (name, url, kinds, expanded_seal, made_at)
          values ('Shop', 'https://shop.example', array['customer.met'], 0, :at)
          """,
          """
          insert into hook_call (hook_id, seal_no, event, kind, payload, made_at, ready_at, last_body)
          select max(id), 1, '1', 'customer.met', '{}', :at, :at, :word || '@mail.example' from hook
          """,
          """
          insert into broadcast (brand_id, purpose, subject, body, ways, made_by_kind, made_by_id, made_at)
          select min(id), 'service', 'Hello', 'Hello.', 'email', 'person', $me, :at from brand
          """,
          """
          insert into broadcast_person (broadcast_id, no, customer_id, channel, address, own)
          select max(id), 1, :customer, 'email', :word || '@mail.example', jsonb_build_object('order', cast(:word as text))
          from broadcast
          """,
          """
          insert into broadcast_named (broadcast_id, no, given, own)
          select max(id), 1, :word || '@mail.example', jsonb_build_object('order', cast(:word as text))
          from broadcast
          """);
}
