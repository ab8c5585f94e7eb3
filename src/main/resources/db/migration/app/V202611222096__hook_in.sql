-- Doors for other programs: how their calls are signed, and what is made of them.
create table hook_in (
  id       bigint generated always as identity primary key,
  name     text not null unique,
  label    text not null,
  style    text not null,
  locked   bytea not null,
  target   text not null,
  -- Which of their fields is which of ours: a JSON pointer, or = and a constant.
  mapping  jsonb not null,
  -- Under whose name it is done; revoked, nothing is done any more.
  token_id bigint not null references api_token,
  -- Whose cases they become, where the target is a case.
  team_id  bigint references team,
  off_at   timestamptz,
  made_at  timestamptz not null
);

-- What came, as it came: work rows, kept whether it could be done or not.
create table hook_arrival (
  id           bigint generated always as identity primary key,
  hook_in_id   bigint not null references hook_in,
  -- What the sender calls it where that is signed too, else a hash of the body.
  event        text not null,
  body         bytea not null,
  came_at      timestamptz not null,
  ready_at     timestamptz not null,
  leased_until timestamptz,
  fence        bigint not null default 0,
  attempts     int not null default 0,
  trouble      text,
  done_at      timestamptz,
  outcome      text check (outcome in ('done', 'refused')),
  -- What it became, or why it could not be done.
  became       text,
  unique (hook_in_id, event),
  check ((done_at is null) = (outcome is null))
);
create index hook_arrival_ready on hook_arrival (ready_at) where done_at is null;
create index hook_arrival_last on hook_arrival (hook_in_id, id desc);
