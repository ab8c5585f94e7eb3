-- The rows of cases :from to :to as the real path leaves them, opened one after the other over 900 days: of every
-- hundred cases three are open, most of them among the newest, and of those one in five waits for somebody, one in ten
-- is settled, one in a hundred is broken, one in four has no owner. Four in five came by mail. Two cases in five are a
-- customer's first; every second one is about an order and its unit. What people write is made of sentences that many
-- cases have in common, and of words of which the n-th is used 1/n times as often as the first. One surname in five is
-- borne by hardly anybody else.
-- Whoever fills disables triggers and drops secondary indexes and foreign keys, and makes them again.

-- @product
insert into product (id, external_id, name, name_folded, brand, entered_at)
select i, 'P-' || i, initcap(w) || ' ' || i, w || ' ' || i, 'Bench', :now
from generate_series(1, 200) as i,
  lateral (select (array['kettle', 'dryer', 'oven', 'lamp', 'bike', 'washer', 'freezer', 'toaster'])[1 + i % 8] as w) p

-- @customer
insert into customer (id, kind, name, name_folded, locale, zone, external_id, created_at)
select i, 'person', initcap(n.name), n.name, case when i % 10 = 0 then 'de' else 'en' end, 'UTC', 'C-' || (1000000 + i),
  :now - (i % 900) * interval '1 day'
from generate_series(:customer_from, :customer_to) as i,
  lateral (select (array['maria', 'james', 'anna', 'thomas', 'fatima', 'oliver', 'hanna', 'samuel', 'ines', 'viktor',
      'grace', 'henry', 'aisha', 'daniel', 'laura', 'martin', 'sofia', 'peter', 'julia', 'robert', 'elena', 'george',
      'nadia', 'simon', 'clara', 'edward', 'leila', 'philip', 'ruth', 'arthur', 'pauline', 'oscar', 'imogen', 'felix',
      'karin', 'hugo', 'miriam', 'walter', 'agnes', 'conrad'])[1 + abs(hashint8extended(i, 1)) % 40]
    || ' ' || (array['ber', 'lin', 'hol', 'mar', 'ster', 'wal', 'gren', 'tor', 'fal', 'bran', 'ken', 'ros', 'eld', 'var',
      'nor', 'ash', 'pel', 'tam', 'dor', 'win', 'cal', 'hart', 'lund', 'sten'])[1 + abs(hashint8extended(i, 2)) % 24]
    || (array['a', 'e', 'i', 'o', 'u', 'ing', 'er', 'an', 'el', 'ov', 'ay', 'ey', 'en', 'is', 'ol', 'un', 'ar', 'or',
      'im', 'et', 'ad', 'ul', 'ir', 'on'])[1 + abs(hashint8extended(i, 3)) % 24]
    || case when i % 5 = 0 then (array['ba', 'do', 'fen', 'gul', 'hi', 'jor', 'ka', 'lem', 'mo', 'nis', 'pa', 'quo', 'ri', 'sul',
      'te', 'vo', 'wi', 'xan', 'yo', 'zel', 'bri', 'cro', 'dra', 'flo'])[1 + abs(hashint8extended(i, 17)) % 24] else '' end
    || (array['ton', 'berg', 'man', 'ley', 'son', 'ski', 'dale', 'well', 'quist', 'mann', 'ford', 'wick', 'stad', 'rup',
      'thal', 'by', 'worth', 'field', 'gate', 'strom', 'ner', 'lov', 'dez', 'rini'])[1 + abs(hashint8extended(i, 4)) % 24]
    as name) n

-- @contact_point
insert into contact_point (customer_id, channel, address, address_norm, preferred, added_at)
select i, 'email', 'customer' || i || '@post.example', 'customer' || i || '@post.example', true, :now
from generate_series(:customer_from, :customer_to) as i
union all
select i, 'phone', '+44 7' || p.digits, '+447' || p.digits, false, :now
from generate_series(:customer_from, :customer_to) as i,
  lateral (select lpad((i * 7919 % 1000000000)::text, 9, '0') as digits) p
where i % 5 < 3

-- @customer_word
insert into customer_word
select distinct w.word from customer c, lateral string_to_table(c.name_folded, ' ') as w(word)
where c.id >= :customer_from order by 1 on conflict do nothing

-- @unit
insert into unit (id, product_id, serial, serial_norm, entered_at)
select i, 1 + i % 200, 'SN-' || lpad(i::text, 9, '0'), 'SN' || lpad(i::text, 9, '0'), :now
from generate_series(:thing_from, :thing_to) as i

-- @purchase_order
insert into purchase_order (id, external_id, customer_id, placed_at, total_minor, currency, entered_at)
select i, 'A-' || (4000000 + i), :customer_from + abs(hashint8extended(2 * i, 5)) % (:customer_to - :customer_from + 1),
  :now - (i % 900) * interval '1 day', 1999 + i % 50000, 'EUR', :now
from generate_series(:thing_from, :thing_to) as i

-- @order_line
insert into order_line (order_id, line_no, product_id, unit_id, quantity, price_minor)
select i, 1, 1 + i % 200, i, 1, 1999 + i % 50000 from generate_series(:thing_from, :thing_to) as i

-- @told: what people say.
create temporary table told as
select n, words from unnest(array['The parcel came on Saturday and the box was torn on one side.',
    'Since this morning the lamp comes on and the water stays cold.',
    'I have tried another socket and left it alone for an hour, as the booklet says.',
    'We have guests from Friday on, so I would be glad to know by when I can have one that works.',
    'The courier rang once and drove away before anybody could open the door.',
    'My order was paid twice and the second payment has not been returned.',
    'The technician did not appear although the visit was confirmed for the afternoon.',
    'The invoice names another address and my accountant refuses it.',
    'There is a burning smell near the hinge whenever the drum turns quickly.',
    'Delivery was promised for Tuesday, then for Thursday, and nobody calls back.',
    'The replacement has the same fault as the first one, which worries me.',
    'I cancelled the subscription in March and it was renewed in April.',
    'The battery lasts for twenty minutes instead of two hours.',
    'A screw is missing and the door hangs crooked.',
    'Your colleague was kind on the telephone but could not help.',
    'The colour is not the one in the picture, it should be green.',
    'Please tell me where to send it and who pays for the parcel.',
    'My daughter cut her finger on the edge of the tray.',
    'The refund was announced two weeks ago and has not arrived.',
    'I need the delivery note for the insurance.',
    'The display shows error E17 and the pump hums without pause.',
    'It was a gift and I would like to exchange it for the larger model.',
    'The app loses the connection every night.',
    'Water runs out below and has damaged the floor of our kitchen.']) with ordinality as t(words, n)

-- @detail: ten words each, of thirty thousand that there are.
create temporary table detail as
select d as n, string_agg(w.word, ' ' order by k) as words
from generate_series(1, :details) as d cross join generate_series(1, 10) as k
cross join lateral (select cast(exp(abs(hashint8extended(10 * d + k, 18)) % 1000000 / 1000000.0 * ln(30000)) as int) as n) r
cross join lateral (select string_agg((array['ba', 'cen', 'dor', 'fi', 'gul', 'hem', 'jo', 'kar', 'lu', 'mip', 'nas', 'ote', 'pri',
    'qua', 'rin', 'sol', 'tek', 'ulm', 'vex', 'wor', 'yal', 'zid'])[1 + r.n / cast(power(22, s) as int) % 22], '' order by s)
  as word from generate_series(0, 3) as s) w
group by d

-- @matter: what every later statement asks of a case, once.
create temporary table matter as
select i, 1000 + i as id, p.open, p.customer,
  t.team, t.agent, case when i % 4 > 0 or not p.open then t.agent end as owner, case_language(k.locale) as language,
  i % 5 < 4 as mail, s.settled, w.waiting, b.broken, m.opened, m.due,
  2 * i - 1 as first_promise, 2 * i as last_promise, 3 * i - 2 as received, 3 * i - 1 as acknowledged, 3 * i as replied,
  x.subject, x.happened, x.reply, y.said,
  y.first_detail, y.second_detail
from generate_series(cast(:from as bigint), :to) as i
cross join lateral (select cast(:to - i as float8) / (:to - :from + 1) as age, abs(hashint8extended(i, 6)) % 1000 as h) a
cross join lateral (select case when a.age < 0.04 then a.h < 600 else a.h < 6 end as open,
  :customer_from + abs(hashint8extended(i, 5)) % (:customer_to - :customer_from + 1) as customer) p
join customer k on k.id = p.customer
cross join lateral (select 1 + abs(hashint8extended(i, 7)) % :teams as n, abs(hashint8extended(i, 8)) % 100 as h) r
cross join lateral (select cast(:first_team + r.n - 1 as bigint) as team,
  cast(:first_person + (r.n - 1) * 10 + r.h % 10 as bigint) as agent) t
cross join lateral (select abs(hashint8extended(i, 9)) % 100 as h, abs(hashint8extended(i, 10)) % 7200 as minute) q
cross join lateral (select q.h < 1 as broken) b
cross join lateral (select not b.broken and q.h between 1 and 20 as waiting) w
cross join lateral (select not b.broken and q.h between 21 and 30 as settled) s
cross join lateral (select :now - case when p.open then interval '1 day' + a.age * interval '900 days'
    else greatest(interval '10 days', a.age * interval '900 days') end as opened,
  case when b.broken then :now - (1 + q.minute % 600) * interval '1 minute' else :now + (10 + q.minute) * interval '1 minute' end as due) m
cross join (select array_agg(words order by n) as told from told) l
cross join lateral (select array[1 + abs(hashint8extended(i, 12)) % 24, 1 + abs(hashint8extended(i, 13)) % 24,
  1 + abs(hashint8extended(i, 14)) % 24, 1 + abs(hashint8extended(i, 15)) % 24, 1 + abs(hashint8extended(i, 16)) % 24] as said,
  1 + abs(hashint8extended(i, 19)) % :details as first_detail, 1 + abs(hashint8extended(i, 20)) % :details as second_detail) y
join detail d1 on d1.n = y.first_detail
join detail d2 on d2.n = y.second_detail
cross join lateral (select
    'The ' || (array['kettle', 'dryer', 'oven', 'lamp', 'bike', 'washer', 'freezer', 'toaster'])[1 + (i / 2) % 200 % 8 + 0]
      || (array[' does not heat', ' arrived broken', ' is late', ' was paid twice', ' leaks', ' is too loud', ' has the wrong colour',
      ' does not start'])[1 + abs(hashint8extended(i, 11)) % 8] || ', order A-' || (4000000 + i / 2) as subject,
    concat_ws(' ', 'Hello, it is about my order A-' || (4000000 + i / 2) || '.', l.told[y.said[1]], l.told[y.said[2]],
      l.told[y.said[3]], l.told[y.said[4]], 'In short: ' || d1.words || ' ' || d2.words || '.', 'Kind regards') as happened,
    concat_ws(' ', 'Thank you for writing, and I am sorry.', l.told[y.said[5]],
      'I look after it myself and write to you again by tomorrow noon.') as reply) x

-- @promise
insert into promise (id, subject_kind, subject_id, customer_id, kind, words, due_at, warn_at, owner_person, owner_team,
  made_at, made_by_kind, made_by_id, kept_at, broken_at, escalated_at, escalated_to) overriding system value
select first_promise, 'case', id, customer, 'answer', 'you have an answer from a person', opened + interval '1 day',
  opened + interval '20 hours', agent, null, opened, 'system', 0, opened + interval '3 hours',
  cast(null as timestamptz), cast(null as timestamptz), cast(null as bigint)
from matter
union all
select last_promise, 'case', id, customer, case when open then 'contact' else 'follow_up' end,
  case when open then 'I write to you again' else 'we ask whether it is right' end,
  case when open then due else opened + interval '8 days' end,
  case when open then due - interval '3 hours' else opened + interval '7 days' end,
  case when i % 4 > 0 or not open then agent end, case when i % 4 = 0 and open then team end, opened + interval '3 hours',
  'person', agent, case when not open then opened + interval '7 days' end,
  case when open and broken then due end, case when open and broken then due end, case when open and broken then agent end
from matter

-- @alarm
insert into alarm (bell, subject_kind, subject_id, due_at, ready_at, done_at, silenced)
select b.bell, 'promise', p.id, b.at, b.at, case when p.kept_at is not null then least(p.kept_at, b.at)
    when p.broken_at is not null or b.at <= :now then b.at end, coalesce(p.kept_at < b.at, false)
from promise p cross join lateral (values ('promise.warn', p.warn_at), ('promise.due', p.due_at)) as b(bell, at)
where p.id between 2 * :from - 1 and 2 * :to

-- @amends_case
insert into amends_case (id, brand_id, team_id, owner_id, customer_id, channel, subject, happened, mood, order_id, unit_id,
  opened_at, opened_by_kind, opened_by_id, customer_knows_at, owned_at, next_promise_id, next_due_at, next_warn_at, waiting, broken_at,
  settled_at, closed_at)
select id, :brand, team, case when i % 4 > 0 or not open then agent end, customer, case when mail then 'email' else 'phone' end,
  subject, happened, case when i % 3 = 0 then (array['angry', 'afraid', 'letdown', 'calm', 'relieved'])[1 + i % 5] end,
  case when i % 2 = 0 then i / 2 end, case when i % 2 = 0 then i / 2 end, opened, 'system', 0, opened,
  case when i % 4 > 0 or not open then opened end, case when open then last_promise end, case when open then due end,
  case when open then due - interval '3 hours' end,
  case when open and waiting then (array['customer', 'carrier', 'insurer', 'supplier'])[1 + i % 4] end,
  case when open and broken then due end,
  case when not open then opened + interval '4 days' when settled then opened + interval '1 day' end,
  case when not open then opened + interval '7 days' end
from matter

-- @blob
insert into blob (sha256, size, content) values (sha256('bench'), 5, 'bench') on conflict do nothing

-- @inbound
insert into inbound (id, door, message_id, message_id_made, sha256, envelope_from, envelope_to, received_at, disposition,
  filed_message_id, ready_at, fence, attempts, done_at)
select i, 'smtp', 'bench.' || i || '@post.example', false, sha256('bench'), 'customer' || customer || '@post.example',
  array['help@bench.example'], opened, 'case', received, opened, 1, 1, opened
from matter where mail

-- @message
insert into message (id, direction, channel, about_kind, about_id, customer_id, brand_id, author_kind, author_id, address,
  name, subject, body, reply_text, kind, automatic, rfc_id, answers, inbound_id, occurred_at, next_words, next_due_at,
  next_promise_id)
select received, 'in', 'email', 'case', id, customer, null, 'customer', customer, 'customer' || customer || '@post.example',
  'Customer', subject, happened, happened, null, false, '<bench.' || i || '@post.example>', null, i, opened,
  null, cast(null as timestamptz), cast(null as bigint)
from matter where mail
union all
select acknowledged, 'out', 'email', 'case', id, customer, :brand, 'system', 0, 'customer' || customer || '@post.example', '',
  'Re: ' || subject, 'We have your message. You have an answer from a person by tomorrow.',
  'We have your message. You have an answer from a person by tomorrow.', 'acknowledgement', true,
  '<ack.' || i || '@bench.example>', received, null, opened, 'you have an answer from a person', opened + interval '1 day',
  first_promise
from matter where mail
union all
select replied, 'out', 'email', 'case', id, customer, :brand, 'person', agent, 'customer' || customer || '@post.example', '',
  'Re: ' || subject, reply, reply, 'reply', false, '<reply.' || i || '@bench.example>', null, null,
  opened + interval '3 hours', 'I write to you again', opened + interval '2 days', last_promise
from matter

-- @delivery
insert into delivery (message_id, customer_id, channel, address, created_at, give_up_at, accepted_at, ready_at, attempts,
  fence, done_at)
select m.id, m.customer_id, 'email', m.address, m.occurred_at, m.occurred_at + interval '3 days',
  m.occurred_at + interval '5 seconds', m.occurred_at, 1, 1, m.occurred_at + interval '5 seconds'
from message m where m.id between 3 * :from - 2 and 3 * :to and m.direction = 'out'

-- @statement
insert into statement (case_id, side, who, words, message_id, taken_at)
select id, 'customer', 'Customer', happened, case when mail then received end, opened from matter

-- @note
insert into note (case_id, words, written_by, written_at)
select id, 'Called the warehouse: ' || reply, agent, opened + interval '2 hours' from matter where i % 3 = 0

-- @settlement
insert into settlement (case_id, outcome, done, settled_by, settled_at)
select id, 'made_right', 'A new one was sent and the old one fetched.', agent,
  case when open then opened + interval '1 day' else opened + interval '4 days' end
from matter where not open or settled

-- @follow_up
insert into follow_up (id, case_id, result, channel, words, made_by, made_at)
select i, id, 'right', 'phone', 'All is well, thank you.', agent, opened + interval '7 days' from matter where not open

-- @closure
insert into closure (case_id, follow_up_id, how, closed_by, closed_at)
select id, i, 'right', agent, opened + interval '7 days' from matter where not open

-- @journal
insert into journal_entry (id, at, kind, subject_kind, subject_id, actor_kind, actor_id, payload, hash) overriding system value
select :last_entry + row_number() over (order by m.i, e.place), e.at, e.kind, 'case', m.id, e.actor, e.actor_id, e.payload, sha256(
    int4send(8) || int8send(cast(extract(epoch from e.at) * 1000000 as bigint))
    || int4send(octet_length(e.kind)) || convert_to(e.kind, 'UTF8')
    || int4send(4) || convert_to('case', 'UTF8') || int4send(8) || int8send(m.id)
    || int4send(octet_length(e.actor)) || convert_to(e.actor, 'UTF8') || int4send(8) || int8send(e.actor_id)
    || int4send(octet_length(e.payload)) || convert_to(e.payload, 'UTF8'))
from matter m cross join lateral (values
  (1, m.opened, 'promise.made', 'system', cast(0 as bigint), '{"promise":' || m.first_promise || '}'),
  (2, m.opened, 'case.opened', 'system', 0, '{"channel":"email","customer":' || m.customer || ',"team":' || m.team || '}'),
  (3, m.opened + interval '7 days', 'case.closed', 'person', m.agent, '{"how":"right"}'))
  as e(place, at, kind, actor, actor_id, payload)
where e.place < 3 or not m.open

-- @seal
create function pg_temp.seal(last_entry bigint, sealed timestamptz) returns void language plpgsql as $$
declare
  e record;
  no bigint;
  link bytea;
begin
  select seal_no, chain into no, link from journal_head;
  for e in select id, hash from journal_entry where id > last_entry order by id loop
    no := no + 1;
    link := sha256(link || int8send(no) || int8send(e.id) || e.hash);
    insert into journal_seal (seal_no, entry_id, chain, sealed_at) values (no, e.id, link, sealed);
  end loop;
  update journal_head set seal_no = no, chain = link;
end $$

-- @sealed
select pg_temp.seal(:last_entry, :now)

-- @told_words: what many cases have in common is taken apart into words once, for each language.
create temporary table told_words as
select l.language, t.n, to_tsvector(l.language::regconfig, case_plain(t.words)) as words
from (select distinct case_language(locale) as language from customer) l cross join told t

-- @detail_words
create temporary table detail_words as
select l.language, d.n, to_tsvector(l.language::regconfig, d.words) as words
from (select distinct case_language(locale) as language from customer) l cross join detail d

-- @phrase: the same for what stands in every case.
create temporary table phrase as
select l.language, p.*
from (select distinct case_language(locale) as language from customer) l
cross join lateral (select
  to_tsvector(l.language::regconfig, case_plain('In short:')) as short,
  to_tsvector(l.language::regconfig, case_plain('Kind regards')) as regards,
  to_tsvector(l.language::regconfig, case_plain('Thank you for writing, and I am sorry.')) as thanks,
  to_tsvector(l.language::regconfig, case_plain('I look after it myself and write to you again by tomorrow noon.')) as look,
  to_tsvector(l.language::regconfig, case_plain('Called the warehouse:')) as called,
  to_tsvector(l.language::regconfig, case_plain('A new one was sent and the old one fetched.')) as sent,
  to_tsvector(l.language::regconfig, case_plain('Re:')) as re,
  to_tsvector(l.language::regconfig, case_plain('We have your message. You have an answer from a person by tomorrow.')) as have) p

-- @known: nothing tells a planner how often a sentence is said; without these it read all details for every case.
do $$ begin
  create unique index on told_words (language, n);
  create unique index on detail_words (language, n);
  create index on matter (i);
end $$

-- @case_text: the very words that the program's own indexing makes, put together from those that are known. Made case by
-- case they took a quarter of an hour for a million; in one statement nothing was written before the last was made.
insert into case_text (case_id, block, brand_id, team_id, owner_id, language, words)
select m.id, m.id / 4096, :brand, m.team, m.owner, m.language,
  setweight(s.subject, 'A') || setweight(h.words, 'B') || h.words
  || case when m.i % 3 = 0 then f.called || r.words else '' end
  || case when not m.open or m.settled then f.sent else '' end
  || case when m.mail then s.subject || h.words || f.re || s.subject || f.have else '' end
  || f.re || s.subject || r.words
from matter m
join phrase f on f.language = m.language
join told_words t1 on t1.language = m.language and t1.n = m.said[1]
join told_words t2 on t2.language = m.language and t2.n = m.said[2]
join told_words t3 on t3.language = m.language and t3.n = m.said[3]
join told_words t4 on t4.language = m.language and t4.n = m.said[4]
join told_words t5 on t5.language = m.language and t5.n = m.said[5]
join detail_words d1 on d1.language = m.language and d1.n = m.first_detail
join detail_words d2 on d2.language = m.language and d2.n = m.second_detail
cross join lateral (select to_tsvector(f.language::regconfig, case_plain(m.subject)) as subject,
  to_tsvector(f.language::regconfig, case_plain('Hello, it is about my order A-' || (4000000 + m.i / 2) || '.')) as hello
  offset 0) s
cross join lateral (select s.hello || t1.words || t2.words || t3.words || t4.words || f.short || d1.words || d2.words
  || f.regards as words offset 0) h
cross join lateral (select f.thanks || t5.words || f.look as words offset 0) r
where m.i between :first and :last
order by m.i

-- @language
insert into case_text_language select distinct language from case_text on conflict do nothing

-- @wrong_words: of a thousand cases, those whose words are other than the program would make them.
select count(*) from case_text d join case_text_now(array(select id from amends_case where id > 1000 order by id desc limit 500)) n
  on n.case_id = d.case_id where strip(d.words) <> strip(n.words)

-- @foreign_keys
select format('alter table %s drop constraint %I', conrelid::regclass, conname) as off,
  format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as back
from pg_constraint where contype = 'f' and conparentid = 0 and connamespace = current_schema()::regnamespace

-- @vacuuming: nobody shall read the tables while they are written.
select format('alter table %s set (autovacuum_enabled = off)', c.oid::regclass) as off,
  format('alter table %s reset (autovacuum_enabled)', c.oid::regclass) as back
from pg_class c where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
  and coalesce(array_to_string(c.reloptions, ' '), '') !~ 'autovacuum_enabled'

-- @triggers
select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) as off,
  format('alter table %s enable trigger %I', tgrelid::regclass, tgname) as back
from pg_trigger t join pg_class c on c.oid = t.tgrelid
where not tgisinternal and tgenabled = 'O' and c.relnamespace = current_schema()::regnamespace

-- @indexes
select format('drop index %s', i.indexrelid::regclass) as off, pg_get_indexdef(i.indexrelid) as back
from pg_index i join pg_class c on c.oid = i.indrelid
where c.relnamespace = current_schema()::regnamespace and not i.indisprimary
  and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
  and c.relname in ('customer', 'contact_point', 'unit', 'purchase_order', 'order_line', 'promise', 'alarm', 'amends_case',
    'inbound', 'message', 'delivery', 'statement', 'note', 'settlement', 'follow_up', 'closure', 'journal_entry',
    'journal_seal', 'case_text')
order by c.relname

-- @numbers: what was given out, so that the program goes on behind it.
select setval(pg_get_serial_sequence(c.table_name, c.column_name),
  greatest(1, (xpath('//m/text()', query_to_xml(format('select coalesce(max(%I), 1) as m from %I', c.column_name, c.table_name),
    false, true, '')))[1]::text::bigint))
from information_schema.columns c
where c.table_schema = current_schema() and c.is_identity = 'YES'

-- @cases_of: cases of one team, or of all, open ones and closed ones in equal parts.
(select id from amends_case where closed_at is null and (:team = 0 or team_id = :team) order by id % 977, id limit 200)
union all
(select id from amends_case tablesample system (2) where closed_at is not null and (:team = 0 or team_id = :team)
 order by id % 977, id limit 200)

-- @said: two words that somebody wrote, together.
select split_part(w.words, ' ', 1 + n % 9) || ' ' || split_part(w.words, ' ', 11 + n % 9) as typed
from (select cast(row_number() over () as int) as n, split_part(split_part(happened, 'In short: ', 2), '.', 1) as words
  from amends_case where id % greatest(1, (select count(*) / 300 from amends_case)) = 0 order by id limit 200) w

-- @names
select id, name, external_id from customer where id % greatest(1, (select count(*) / 300 from customer)) = 0
order by id limit 300

-- @phones
select address from contact_point where channel = 'phone'
  and id % greatest(1, (select count(*) / 300 from contact_point)) = 0 order by id limit 200

-- @serials
select serial from unit where id % greatest(1, (select count(*) / 200 from unit)) = 0 order by id limit 200
