-- What a brand says in public by itself, answering nobody.
create table public_post (
  id              bigint generated always as identity primary key,
  brand_id        bigint not null references brand,
  connection_id   bigint not null references connection,
  body            text not null check (body <> ''),
  -- Whether it stands in the lists that everybody looks through.
  listed          boolean not null,
  -- Those whom this was sent to hear of it before everybody does.
  broadcast_id    bigint references broadcast,
  made_at         timestamptz not null,
  -- Whoever wrote these words; somebody else lets them go.
  written_by_kind text not null,
  written_by_id   bigint not null,
  released_at     timestamptz,
  released_by_kind text,
  released_by_id  bigint,
  -- It leaves although those affected may not have heard yet.
  hurried_at      timestamptz,
  hurried_by      bigint,
  hurried_why     text,
  check (num_nulls(released_at, released_by_kind, released_by_id) in (0, 3)),
  check (num_nulls(hurried_at, hurried_by, hurried_why) in (0, 3))
);

-- What is done with it on the network, on the one engine for work.
create table public_post_step (
  id            bigint generated always as identity primary key,
  post_id       bigint not null references public_post,
  connection_id bigint not null references connection,
  kind          text not null check (kind in ('say', 'change', 'remove')),
  body          text,
  by_kind       text not null,
  by_id         bigint not null,
  asked_at      timestamptz not null,
  -- Since when nobody knows whether the network has it.
  tried_at      timestamptz,
  -- What the network calls it, and what it said last.
  reference     text,
  reply         text,
  failed        boolean not null default false,
  ready_at      timestamptz not null,
  leased_until  timestamptz,
  fence         bigint not null default 0,
  attempts      int not null default 0,
  trouble       text,
  done_at       timestamptz,
  check ((kind = 'remove') = (body is null))
);
create index public_post_step_ready on public_post_step (ready_at) where done_at is null;
-- A post's page shows what was done with it.
create index public_post_step_post on public_post_step (post_id, id);
