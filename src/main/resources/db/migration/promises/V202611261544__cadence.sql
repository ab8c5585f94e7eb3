-- A rhythm of updates as data. A rule that is changed is a new one: what runs by the old one goes on by it.
create table cadence_rule (
  id         bigint generated always as identity primary key,
  name       text not null check (name <> ''),
  audience   text not null check (audience in ('customer', 'inside', 'public')),
  severity   text not null check (severity in ('any', 'minor', 'major', 'critical')),
  channel    text not null default '',
  hours      text not null check (hours in ('all', 'working')),
  safety     boolean not null default false,
  made_at    timestamptz not null,
  retired_at timestamptz
);
create table cadence_stage (
  rule_id  bigint not null references cadence_rule,
  position int not null,
  every    int not null check (every > 0),
  unit     text not null check (unit in ('minutes', 'hours', 'days')),
  -- How often; the last stage has no end.
  times    int check (times > 0),
  primary key (rule_id, position)
);

-- A rhythm that runs. While it does, exactly one promise is its next one, and owed.
create table cadence (
  id              bigint generated always as identity primary key,
  rule_id         bigint not null references cadence_rule,
  subject_kind    text not null,
  subject_id      bigint not null,
  customer_id     bigint not null references customer (id),
  audience        text not null,
  beats           int not null default 0,
  promise_id      bigint references promise (id),
  started_at      timestamptz not null,
  started_by_kind text not null,
  started_by_id   bigint not null,
  ended_at        timestamptz,
  ended_by_kind   text,
  ended_by_id     bigint,
  end_kind        text check (end_kind in ('settled', 'said', 'replaced')),
  reason          text,
  check ((ended_at is null) = (end_kind is null)),
  check (end_kind is distinct from 'said' or reason <> '')
);
-- One rhythm for each audience of a matter at a time; and a case asks for its own.
create unique index cadence_one on cadence (subject_kind, subject_id, audience) where ended_at is null;
-- Whatever becomes of a promise asks whether a rhythm goes on with it.
create index cadence_promise on cadence (promise_id) where ended_at is null;

-- The usual ones, to begin with.
insert into cadence_rule (name, audience, severity, hours, safety, made_at) values
  ('Within a day, then every three days', 'customer', 'any', 'all', false, timestamptz '1970-01-01 00:00:00Z'),
  ('Hourly, by one person', 'customer', 'critical', 'all', false, timestamptz '1970-01-01 00:00:00Z'),
  ('Status inside every 30 minutes', 'inside', 'major', 'all', false, timestamptz '1970-01-01 00:00:00Z'),
  ('In public every 15 minutes', 'public', 'critical', 'all', false, timestamptz '1970-01-01 00:00:00Z');
insert into cadence_stage (rule_id, position, every, unit, times)
select r.id, s.position, s.every, s.unit, s.times
from cadence_rule r join (values
  ('Within a day, then every three days', 1, 24, 'hours', 1),
  ('Within a day, then every three days', 2, 3, 'days', null),
  ('Hourly, by one person', 1, 1, 'hours', null),
  ('Status inside every 30 minutes', 1, 30, 'minutes', null),
  ('In public every 15 minutes', 1, 15, 'minutes', null)) as s(name, position, every, unit, times)
  on s.name = r.name;

create view promises_v_cadence as
  select id, rule_id, subject_kind, subject_id, customer_id, audience, beats, promise_id, started_at, ended_at
  from cadence;
