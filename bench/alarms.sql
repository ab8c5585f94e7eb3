-- The limit of the bench "alarms": set-based statements in batches of the clock's own size.

-- @seed: promises that nobody kept, each with its alarm, one every :step microseconds.
with made as (
  insert into promise (subject_kind, subject_id, customer_id, kind, words, due_at, warn_at, owner_team,
    made_at, made_by_kind, made_by_id)
  select 'case', :from + n, :customer, 'answer', 'you have an answer from a person', m.due,
    m.due - interval '15 minutes', :team, m.due - interval '4 hours', 'system', 0
  from generate_series(1, :count) as n,
    lateral (select cast(:first as timestamptz) + n * :step * interval '1 microsecond' as due) as m
  returning id, due_at)
insert into alarm (bell, subject_kind, subject_id, due_at, ready_at)
select 'promise.due', 'promise', id, due_at, due_at from made

-- @limit: one batch.
with due as materialized (
  select id, subject_id from alarm
  where done_at is null and ready_at <= :now
  order by ready_at limit :batch for update skip locked),
rung as (
  update alarm set done_at = :now, late = due_at < :late
  where id = any(array(select id from due)) returning id),
broken as (
  update promise set broken_at = :now, escalated_at = :now
  where id = any(array(select subject_id from due)) and due_at <= :now
    and num_nonnulls(kept_at, moved_at, agreed_at, released_at, broken_at) = 0
  returning id, subject_kind, subject_id),
told as (
  insert into journal_entry (at, kind, subject_kind, subject_id, actor_kind, actor_id, payload, hash)
  select :now, 'promise.broken', subject_kind, subject_id, 'system', 0, p.payload, sha256(
    int4send(8) || int8send(cast(extract(epoch from cast(:now as timestamptz)) * 1000000 as bigint))
    || int4send(14) || convert_to('promise.broken', 'UTF8')
    || int4send(octet_length(subject_kind)) || convert_to(subject_kind, 'UTF8')
    || int4send(8) || int8send(subject_id)
    || int4send(6) || convert_to('system', 'UTF8')
    || int4send(8) || int8send(0)
    || int4send(octet_length(p.payload)) || convert_to(p.payload, 'UTF8'))
  from broken, lateral (select '{"promise":' || id || '}' as payload) as p
  returning id),
waiting as (insert into journal_pending (entry_id) select id from told)
select count(*) from rung

-- @owed
select count(*) from alarm where done_at is null

-- @moments
select due_at, done_at from alarm where id > :mark order by id
