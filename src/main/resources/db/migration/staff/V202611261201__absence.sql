-- When a colleague is not at work. Why is nobody's business here: only whether it was planned.
create table absence (
  id bigint generated always as identity primary key,
  person_id bigint not null references person (id),
  from_at timestamptz not null,
  until_at timestamptz not null,
  kind text not null check (kind in ('planned', 'sudden', 'shift')),
  recorded_by_kind text not null,
  recorded_by_id bigint not null,
  recorded_at timestamptz not null,
  cancelled_at timestamptz,
  check (until_at > from_at or cancelled_at is not null)
);

-- Who is away is asked with each case that is routed or handed over: a person's rows that still count.
create index absence_of_person on absence (person_id, until_at) where cancelled_at is null;

create view staff_v_absence as
  select id, person_id, from_at, until_at, kind from absence where cancelled_at is null;
