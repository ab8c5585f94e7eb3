-- A great many remedies given and paid, written as whole tables. Every row is a row that the program itself wrote, a
-- sample's, moved to another matter, another moment and other numbers; so a column that is added later is in it too. What
-- they counted for under the limit follows from their order. Whoever fills drops secondary indexes and foreign keys, and
-- makes them again.

-- @aged: the limit has stood for as long as something was given under it.
update authority_limit set from_at = from_at - interval '1 year', set_at = set_at - interval '1 year'

-- @silent: one colleague gives everything here, and the private rules would speak of each; they begin again afterwards.
update suspicion_rule set until_at = from_at where until_at is null

-- @heard
update suspicion_rule set until_at = null where until_at = from_at

-- @sample: what the program gave, one after the other, and what belongs to each of it.
create temporary table sample as
select row_number() over (order by g.id) - 1 as k, g.id as grant_id, g.subject_id as matter, g.granted_at,
  p.id as promise_id, to_char(p.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') as due_text, f.id as fulfilment_id,
  a.id as attempt_id, a.key
from remedy_grant g
join promise p on p.id = g.check_promise_id
join fulfilment f on f.grant_id = g.id
join attempt a on a.fulfilment_id = f.id
where g.id > :after

-- @sample_entry: and what the journal tells of it.
create temporary table sample_entry as
select s.k, row_number() over (partition by s.k order by e.id) as place, e.at, e.kind, e.subject_kind, e.actor_kind, e.actor_id, e.payload
from journal_entry e
join sample s on e.subject_kind = 'case' and e.subject_id = s.matter or e.subject_kind = 'attempt' and e.subject_id = s.attempt_id
where e.id > :after

-- @sample_alarm
create temporary table sample_alarm as
select s.k, a.id as alarm_id, row_number() over (partition by s.k order by a.id) as place
from sample s join alarm a on a.subject_kind = 'promise' and a.subject_id = s.promise_id

-- @given: one each :step seconds up to now, five in a matter and then five in the next. What was given before stands
-- first in every sum.
create temporary table given as
select n, n % :samples as k, (:many - n) * :step * interval '1 second' as ago, :first_matter + seat as matter,
  :first_customer + seat as customer, day, cast(date_trunc('month', day) as date) as begins, sum(minor) over
  (partition by seat order by n) as matter_minor, sum(minor) over (partition by seat, day order by n) as day_minor,
  sum(minor) over (partition by date_trunc('month', day) order by n) as period_minor
from (
  select n, (n / 5) % :matters as seat, cast((s.granted_at - (:many - n) * :step * interval '1 second') at time zone 'UTC' as date)
    as day, 1 as minor
  from generate_series(cast(:from as bigint), cast(:to as bigint) - 1) as n join sample s on s.k = n % :samples
  union all
  select id - (select max(id) + 1 from remedy_grant), subject_id - :first_matter, ruled_day, amount_minor
  from remedy_grant) as each

-- @numbered: numbers follow those that were given out.
create temporary table numbered as
select g.n, g.k, g.ago, g.matter, g.customer, g.day, g.begins, g.matter_minor, g.day_minor, g.period_minor,
  l.grants + g.n - :from + 1 as grant_id, l.promises + g.n - :from + 1 as promise_id, l.alarms + 2 * (g.n - :from) as alarms,
  l.fulfilments + g.n - :from + 1 as fulfilment_id, l.attempts + g.n - :from + 1 as attempt_id,
  l.entries + (g.n - :from) * l.places as entries,
  to_char((p.due_at - g.ago) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') as due_text
from given g
join sample s on s.k = g.k
join promise p on p.id = s.promise_id
cross join (select (select max(id) from remedy_grant) as grants, (select max(id) from promise) as promises,
  (select max(id) from alarm) as alarms, (select max(id) from fulfilment) as fulfilments,
  (select max(id) from attempt) as attempts, (select max(id) from journal_entry) as entries,
  (select max(place) from sample_entry) as places) l
where g.n >= 0

-- @promise
insert into promise overriding system value
select r.* from numbered n join sample s on s.k = n.k join promise x on x.id = s.promise_id
cross join lateral jsonb_populate_record(x, jsonb_build_object('id', n.promise_id, 'subject_id', n.matter,
  'customer_id', n.customer, 'due_at', x.due_at - n.ago, 'warn_at', x.warn_at - n.ago, 'made_at', x.made_at - n.ago)) as r
where n.n >= :first and n.n < :last

-- @alarm
insert into alarm overriding system value
select r.* from numbered n join sample s on s.k = n.k
join sample_alarm l on l.k = s.k
join alarm x on x.id = l.alarm_id
cross join lateral jsonb_populate_record(x, jsonb_build_object('id', n.alarms + l.place,
  'subject_id', n.promise_id, 'due_at', x.due_at - n.ago, 'ready_at', x.ready_at - n.ago)) as r
where n.n >= :first and n.n < :last

-- @remedy_grant
insert into remedy_grant overriding system value
select r.* from numbered n join sample s on s.k = n.k join remedy_grant x on x.id = s.grant_id
cross join lateral jsonb_populate_record(x, jsonb_build_object('id', n.grant_id, 'subject_id', n.matter,
  'customer_id', n.customer, 'counted_for', n.customer, 'ruled_at', x.ruled_at - n.ago, 'ruled_day', n.day,
  'period_begins', n.begins, 'matter_minor', n.matter_minor, 'day_minor', n.day_minor, 'period_minor', n.period_minor,
  'granted_at', x.granted_at - n.ago, 'promised_at', x.promised_at - n.ago, 'check_promise_id', n.promise_id,
  'done_at', x.done_at - n.ago, 'evidence_id', n.attempt_id)) as r
where n.n >= :first and n.n < :last

-- @fulfilment
insert into fulfilment overriding system value
select r.* from numbered n join sample s on s.k = n.k join fulfilment x on x.id = s.fulfilment_id
cross join lateral jsonb_populate_record(x, jsonb_build_object('id', n.fulfilment_id, 'grant_id', n.grant_id,
  'customer_id', n.customer, 'about_id', n.matter, 'reference', 'G' || n.grant_id, 'ordered_at', x.ordered_at - n.ago)) as r
where n.n >= :first and n.n < :last

-- @attempt
insert into attempt overriding system value
select r.* from numbered n join sample s on s.k = n.k join attempt x on x.id = s.attempt_id
cross join lateral jsonb_populate_record(x, jsonb_build_object('id', n.attempt_id, 'fulfilment_id', n.fulfilment_id,
  'key', left('amends_' || encode(sha256(int8send(n.n)), 'hex'), length(s.key)), 'made_at', x.made_at - n.ago,
  'ready_at', x.ready_at - n.ago, 'outcome_at', x.outcome_at - n.ago, 'done_at', x.done_at - n.ago)) as r
where n.n >= :first and n.n < :last

-- @journal_entry: numbers and moments stand in what it says, too.
insert into journal_entry (id, at, kind, subject_kind, subject_id, actor_kind, actor_id, payload, hash) overriding system value
select e.id, e.at, e.kind, e.subject_kind, e.subject_id, e.actor_kind, e.actor_id, e.payload, sha256(
    int4send(8) || int8send(cast(extract(epoch from e.at) * 1000000 as bigint))
    || int4send(octet_length(e.kind)) || convert_to(e.kind, 'UTF8')
    || int4send(octet_length(e.subject_kind)) || convert_to(e.subject_kind, 'UTF8') || int4send(8) || int8send(e.subject_id)
    || int4send(octet_length(e.actor_kind)) || convert_to(e.actor_kind, 'UTF8') || int4send(8) || int8send(e.actor_id)
    || int4send(octet_length(e.payload)) || convert_to(e.payload, 'UTF8'))
from (
  select n.entries + x.place as id, x.at - n.ago as at, x.kind, x.subject_kind,
    case x.subject_kind when 'attempt' then n.attempt_id else n.matter end as subject_id, x.actor_kind, x.actor_id,
    replace(replace(replace(x.payload, '"grant":' || s.grant_id, '"grant":' || n.grant_id),
      '"promise":' || s.promise_id, '"promise":' || n.promise_id), s.due_text, n.due_text) as payload
  from numbered n join sample s on s.k = n.k join sample_entry x on x.k = n.k
  where n.n >= :first and n.n < :last) as e

-- @journal_pending: they wait for their seal like others.
insert into journal_pending (entry_id)
select n.entries + x.place from numbered n join sample_entry x on x.k = n.k where n.n >= :first and n.n < :last

-- @used: what the limits count is what was given.
insert into authority_use (line_id, scope, key_kind, key_id, begins, used_minor)
select * from counted on conflict (line_id, scope, key_kind, key_id, begins) do update set used_minor = excluded.used_minor

-- @counted
create temporary view counted as
select l.line_id, c.scope, c.key_kind, c.key_id, c.begins, sum(g.amount_minor) as used_minor
from remedy_grant g join authority_limit l on l.id = g.limit_id
cross join lateral (values ('matter', g.subject_kind, g.subject_id, date '0001-01-01'),
  ('day', 'customer', g.counted_for, g.ruled_day), ('period', 'person', g.ruled_by, g.period_begins))
  as c(scope, key_kind, key_id, begins)
where num_nonnulls(g.failed_at, g.stopped_at) = 0
group by l.line_id, c.scope, c.key_kind, c.key_id, c.begins

-- @miscounted: uses that are not what was given, whoever wrote them.
select count(*) from counted c full join authority_use u using (line_id, scope, key_kind, key_id, begins)
where c.used_minor is distinct from u.used_minor

-- @wrong_totals: grants that tell another sum than that of those before them.
select count(*) from (
  select matter_minor, day_minor, period_minor,
    sum(amount_minor) over (partition by subject_kind, subject_id order by id) as matter,
    sum(amount_minor) over (partition by counted_for, ruled_day order by id) as day,
    sum(amount_minor) over (partition by ruled_by, period_begins order by id) as period
  from remedy_grant) as each
where (matter_minor, day_minor, period_minor) is distinct from (matter, day, period)

-- @unlinked: grants without exactly what belongs to them.
select count(*) from remedy_grant g
left join promise p on p.id = g.check_promise_id and (p.subject_kind, p.subject_id, p.customer_id)
  = (g.subject_kind, g.subject_id, g.customer_id)
left join fulfilment f on f.grant_id = g.id and (f.about_kind, f.about_id, f.customer_id)
  = (g.subject_kind, g.subject_id, g.customer_id) and f.reference = 'G' || g.id
left join attempt a on a.fulfilment_id = f.id and (g.evidence_kind, g.evidence_id) = ('attempt', a.id) and a.done_at is not null
left join alarm w on w.bell = 'promise.warn' and w.subject_kind = 'promise' and w.subject_id = p.id and w.due_at = p.warn_at
left join alarm d on d.bell = 'promise.due' and d.subject_kind = 'promise' and d.subject_id = p.id and d.due_at = p.due_at
where num_nonnulls(p.id, f.id, a.id, w.id, d.id) < 5 or p.due_at <= g.promised_at

-- @indexes
select format('drop index %s', i.indexrelid::regclass) as off, pg_get_indexdef(i.indexrelid) as back
from pg_index i join pg_class c on c.oid = i.indrelid
where c.relnamespace = current_schema()::regnamespace and not i.indisprimary
  and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
  and c.relname in ('remedy_grant', 'promise', 'alarm', 'fulfilment', 'attempt', 'journal_entry')
order by c.relname

-- @went_wrong: of the last of each eighth matter somebody will hear that it does not work.
select max(id) from remedy_grant where product_id is not null and cause = 'c1' and subject_id % 8 = 0 group by subject_id
order by 1
