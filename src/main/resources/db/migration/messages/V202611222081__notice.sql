-- A short mail to a colleague, which gathers what there was to tell when it was written.
create table notice_mail (
  id           bigint generated always as identity primary key,
  person_id    bigint not null references person,
  written_at   timestamptz not null,
  expires_at   timestamptz not null,
  outcome      text check (outcome in ('accepted', 'refused', 'unknown', 'expired')),
  ready_at     timestamptz not null,
  leased_until timestamptz,
  fence        bigint not null default 0,
  attempts     int not null default 0,
  trouble      text,
  done_at      timestamptz,
  check ((done_at is null) = (outcome is null))
);
create index notice_mail_ready on notice_mail (ready_at) where done_at is null;
-- The cap counts a colleague's mails of the last hour.
create index notice_mail_person on notice_mail (person_id, written_at);

-- What a colleague is to be told: once for each source and kind, however often its alarm rings.
create table notice (
  id          bigint generated always as identity primary key,
  person_id   bigint not null references person,
  kind        text not null check (kind in ('warning', 'escalation')),
  source_kind text not null,
  source_id   bigint not null,
  about_kind  text not null,
  about_id    bigint not null,
  words       text not null,
  due_at      timestamptz not null,
  noted_at    timestamptz not null,
  mail_id     bigint references notice_mail,
  unique (source_kind, source_id, kind, person_id)
);
-- What waits for a mail; almost always nothing.
create index notice_waiting on notice (person_id) where mail_id is null;
create index notice_mail_of on notice (mail_id) where mail_id is not null;
