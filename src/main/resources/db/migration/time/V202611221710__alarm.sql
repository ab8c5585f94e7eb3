create table alarm (
  id           bigint generated always as identity primary key,
  bell         text not null,
  subject_kind text not null,
  subject_id   bigint not null,
  due_at       timestamptz not null,
  ready_at     timestamptz not null,
  leased_until timestamptz,
  fence        bigint not null default 0,
  attempts     int not null default 0,
  trouble      text,
  done_at      timestamptz,
  late         boolean not null default false,
  silenced     boolean not null default false
);
-- The clock looks for the oldest that is ready.
create index alarm_ready on alarm (ready_at) where done_at is null;
-- One living alarm for each bell and subject: setting it again moves it.
create unique index alarm_one on alarm (bell, subject_kind, subject_id) where done_at is null;
-- The minute's check for one that rang early reads only those, of which there should be none.
create index alarm_early on alarm (id) where done_at < due_at and not silenced;
