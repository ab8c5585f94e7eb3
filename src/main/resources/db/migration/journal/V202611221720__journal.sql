-- What happened, appended and never changed. The program's role may only insert and select here.
create table journal_entry (
  id           bigint generated always as identity primary key,
  at           timestamptz not null,
  kind         text not null,
  subject_kind text not null,
  subject_id   bigint not null,
  actor_kind   text not null,
  actor_id     bigint not null,
  payload      text not null,
  hash         bytea not null
);
-- A case page reads the history of one subject.
create index journal_entry_subject on journal_entry (subject_kind, subject_id, id);

-- Committed entries that wait for their seal; emptied by the sealer.
create table journal_pending (
  entry_id bigint primary key
);

create table journal_seal (
  seal_no   bigint primary key,
  entry_id  bigint not null unique,
  chain     bytea not null,
  sealed_at timestamptz not null
);

create table journal_head (
  single  boolean primary key default true check (single),
  seal_no bigint not null,
  chain   bytea not null
);
insert into journal_head (seal_no, chain) values (0, decode(repeat('00', 32), 'hex'));

-- With a database that has one role only, the triggers stand in for the missing grants.
create function journal_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only: % on % is refused', tg_op, tg_table_name;
end $$;
create trigger journal_entry_append_only before update or delete or truncate on journal_entry
  for each statement execute function journal_refuse();
create trigger journal_seal_append_only before update or delete or truncate on journal_seal
  for each statement execute function journal_refuse();

create view journal_v_entry as
  select e.id, e.at, e.kind, e.subject_kind, e.subject_id, e.actor_kind, e.actor_id, e.payload, s.seal_no
  from journal_entry e left join journal_seal s on s.entry_id = e.id;
