-- Work that is longer or rarer than a request: a work row like mail, alarms and deliveries.
create table job (
  id           bigint generated always as identity primary key,
  kind         text not null unique,
  ready_at     timestamptz not null,
  leased_until timestamptz,
  fence        bigint not null default 0,
  attempts     int not null default 0,
  trouble      text,
  done_at      timestamptz
);
create index job_ready on job (ready_at) where done_at is null;
