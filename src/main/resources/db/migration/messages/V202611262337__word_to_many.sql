-- What a broadcast says will happen next, by when; and what becomes of what an earlier one said.
alter table broadcast
  add column next_words   text,
  add column next_due_at  timestamptz,
  -- Whose word it is once it is started.
  add column next_team_id bigint references team,
  add column earlier_id   bigint references broadcast,
  -- Whoever gets this has heard what was promised to them, or hears of another moment.
  add column earlier_how  text check (earlier_how in ('kept', 'moved')),
  add constraint broadcast_next_whole check ((next_words is null) = (next_due_at is null)),
  add constraint broadcast_earlier_whole check ((earlier_id is null) = (earlier_how is null)),
  add constraint broadcast_moved_to check (earlier_how is distinct from 'moved' or next_words is not null);

-- A word to many is a promise for each of them, so the one text names none.
do $$
declare
  old text;
begin
  select conname into strict old from pg_constraint
  where conrelid = 'message'::regclass and contype = 'c'
    and pg_get_constraintdef(oid) like '%num_nulls(next_words, next_due_at, next_promise_id)%';
  execute format('alter table message drop constraint %I', old);
end $$;
alter table message add constraint message_next_whole check (
  num_nulls(next_words, next_due_at) in (0, 2)
  and (next_promise_id is not null) = (next_words is not null and kind <> 'broadcast'));

create view messages_v_broadcast as
  select id, brand_id, message_id, started_at, ended_at, next_words, next_due_at, next_team_id, earlier_id,
    earlier_how, corrects_id, started_by_kind, started_by_id
  from broadcast;
