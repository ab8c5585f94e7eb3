-- The limit of the bench "intake": one prepared statement for each table (fewer where two tables are
-- written by one), one commit for each case. Words are those of a case that the program has opened.

-- @sample
select p.kind as promise_kind, p.words as promise_words,
  cast(extract(epoch from p.due_at - p.made_at) as bigint) as due_seconds,
  cast(extract(epoch from p.warn_at - p.made_at) as bigint) as warn_seconds,
  c.team_id as team, c.brand_id as brand, c.channel, c.subject as case_subject, c.happened, s.side, s.who, s.words as told,
  r.subject as in_subject, r.body as in_body, r.reply_text as in_reply, r.html is null as plain,
  a.subject as out_subject, a.body as out_body, a.next_words,
  cast(extract(epoch from d.give_up_at - d.created_at) as bigint) as give_up_seconds,
  m.kind as customer_kind, m.name_folded, m.locale, m.zone
from amends_case c
join promise p on p.id = c.next_promise_id
join statement s on s.case_id = c.id
join message r on r.about_id = c.id and r.direction = 'in'
join message a on a.about_id = c.id and a.direction = 'out'
join delivery d on d.message_id = a.id
join customer m on m.id = c.customer_id
order by c.id limit 1

-- @waiting
select count(*) from inbound where done_at is null

-- @customer
insert into customer (kind, name, name_folded, locale, zone, created_at)
values (:customer_kind, :who, :name_folded, :locale, :zone, :now) returning id as customer

-- @contact_point
insert into contact_point (customer_id, channel, address, address_norm, preferred, added_at)
values (:customer, :channel, :address, :address, true, :now)

-- @promise
insert into promise (subject_kind, subject_id, customer_id, kind, words, due_at, warn_at, owner_team,
  made_at, made_by_kind, made_by_id)
values ('case', nextval('amends_case_id_seq'), :customer, :promise_kind, :promise_words, :due, :warn, :team,
  :now, 'system', 0) returning id as promise, subject_id as matter

-- @alarm
insert into alarm (bell, subject_kind, subject_id, due_at, ready_at)
values ('promise.warn', 'promise', :promise, :warn, :warn), ('promise.due', 'promise', :promise, :due, :due)

-- @amends_case
insert into amends_case (id, brand_id, team_id, customer_id, channel, subject, happened, opened_at,
  opened_by_kind, opened_by_id, customer_knows_at, next_promise_id, next_due_at, next_warn_at)
values (:matter, :brand, :team, :customer, :channel, :case_subject, :happened, :now, 'system', 0, :now, :promise, :due, :warn)

-- @blob
insert into blob (sha256, size, content) values (:sha256, :size, :raw)

-- @inbound_and_messages: each refers to the other, so that one statement writes both.
with ids as materialized (
  select nextval('message_id_seq') as received, nextval('message_id_seq') as acknowledged),
stored as (
  insert into inbound (door, message_id, message_id_made, sha256, envelope_from, envelope_to, disposition,
    filed_message_id, received_at, ready_at, fence, attempts, done_at, gist, trust, proof)
  select 'smtp', :message_id, false, :sha256, :address, array[cast(:recipient as text)], 'case', received,
    :now, :now, 1, 1, :now, :sha256, 'T0', 'none' from ids returning id)
insert into message (id, direction, channel, about_kind, about_id, customer_id, brand_id, author_kind,
  author_id, address, name, subject, body, reply_text, kind, automatic, rfc_id, answers, inbound_id,
  occurred_at, next_words, next_due_at, next_promise_id)
select received, 'in', 'email', 'case', cast(:matter as bigint), cast(:customer as bigint), null, 'customer',
  cast(:customer as bigint), :address, :who, :in_subject, :in_body, :in_reply, null, false, '<' || :message_id || '>',
  null, stored.id, cast(:now as timestamptz), null, null, null
from ids, stored
union all
select acknowledged, 'out', 'email', 'case', cast(:matter as bigint), cast(:customer as bigint), cast(:brand as bigint), 'system',
  0, :address, '', :out_subject, :out_body, :out_body, 'acknowledgement', true, '<out.' || :message_id || '>',
  received, null, cast(:now as timestamptz), :next_words, cast(:due as timestamptz), cast(:promise as bigint)
from ids
returning (select received from ids) as received, (select acknowledged from ids) as acknowledged, (select id from stored) as inbound

-- @statement
insert into statement (case_id, side, who, words, message_id, taken_at)
values (:matter, :side, :who, :told, :received, :now) returning id as statement

-- @delivery
insert into delivery (message_id, customer_id, channel, address, created_at, give_up_at, ready_at)
values (:acknowledged, :customer, 'email', :address, :now, :give_up, :now)

-- @journal
with told as (
  insert into journal_entry (at, kind, subject_kind, subject_id, actor_kind, actor_id, payload, hash)
  select :now, e.*, sha256(
    int4send(8) || int8send(cast(extract(epoch from cast(:now as timestamptz)) * 1000000 as bigint))
    || int4send(octet_length(e.kind)) || convert_to(e.kind, 'UTF8')
    || int4send(octet_length(e.subject_kind)) || convert_to(e.subject_kind, 'UTF8')
    || int4send(8) || int8send(e.subject_id)
    || int4send(octet_length(e.actor_kind)) || convert_to(e.actor_kind, 'UTF8')
    || int4send(8) || int8send(e.actor_id)
    || int4send(octet_length(e.payload)) || convert_to(e.payload, 'UTF8'))
  from (values
    ('inbound.stored', 'inbound', cast(:inbound as bigint), 'system', cast(0 as bigint), '{"size":' || cast(:size as text) || '}'),
    ('customer.met', 'customer', :customer, 'system', 0, '{"channel":"email"}'),
    ('promise.made', 'case', :matter, 'system', 0, '{"due":"' || cast(:due_text as text) || '","promise":' || cast(:promise as text) || '}'),
    ('case.opened', 'case', :matter, 'system', 0,
      '{"channel":"email","customer":' || cast(:customer as text) || ',"team":' || cast(:team as text) || '}'),
    ('case.statement_taken', 'case', :matter, 'system', 0, '{"statement":' || cast(:statement as text) || '}'),
    ('message.sent', 'message', :acknowledged, 'system', 0,
      '{"about":' || cast(:matter as text) || ',"about_kind":"case","kind":"acknowledgement","reason":""}'),
    ('message.received', 'message', :received, 'customer', :customer,
      '{"about":' || cast(:matter as text) || ',"about_kind":"case","inbound":' || cast(:inbound as text) || '}'))
    as e (kind, subject_kind, subject_id, actor_kind, actor_id, payload)
  returning id)
insert into journal_pending (entry_id) select id from told
