-- Who is called when something happened, and how far the journal has been told to each.
create table hook (
  id            bigint generated always as identity primary key,
  name          text not null,
  url           text not null,
  -- Patterns such as case.* or promise.broken.
  kinds         text[] not null check (cardinality(kinds) > 0),
  -- Only what belongs to a case of this brand; null for everything.
  brand_id      bigint references brand,
  -- Everything up to this seal number has become calls, or was not wanted.
  expanded_seal bigint not null,
  -- Tries in a row that failed, and since when; a success ends both.
  failing       int not null default 0,
  failing_since timestamptz,
  off_at        timestamptz,
  off_why       text check (off_why in ('person', 'failing', 'gone')),
  made_at       timestamptz not null,
  check ((off_at is null) = (off_why is null))
);

-- All that are valid sign each call, so that the other side can change over in its own time.
create table hook_secret (
  id      bigint generated always as identity primary key,
  hook_id bigint not null references hook,
  locked  bytea not null,
  made_at timestamptz not null,
  until   timestamptz
);
create index hook_secret_hook on hook_secret (hook_id);

-- One call: work rows. The words are kept as they were sent first, so that a repeat is the same.
create table hook_call (
  id           bigint generated always as identity primary key,
  hook_id      bigint not null references hook,
  seal_no      bigint not null,
  event        text not null,
  kind         text not null,
  payload      text not null,
  made_at      timestamptz not null,
  ready_at     timestamptz not null,
  leased_until timestamptz,
  fence        bigint not null default 0,
  attempts     int not null default 0,
  trouble      text,
  done_at      timestamptz,
  -- aside: kept while the hook is off.
  outcome      text check (outcome in ('delivered', 'dead', 'aside')),
  last_status  int,
  last_body    text,
  last_try_at  timestamptz,
  unique (hook_id, seal_no),
  check ((done_at is null) = (outcome is null))
);
create index hook_call_ready on hook_call (ready_at) where done_at is null;
create index hook_call_open on hook_call (hook_id) where done_at is null or outcome = 'aside';
create index hook_call_tried on hook_call (hook_id, last_try_at desc nulls last, seal_no desc);
create index hook_call_dead on hook_call (hook_id, seal_no) where outcome = 'dead';
create index hook_call_done on hook_call (done_at) where outcome = 'delivered';
