-- That words went out although something was found. Reasons are codes: they are counted, and name nobody.
create table honesty_overruling (
  id           bigint generated always as identity primary key,
  subject_kind text not null,
  subject_id   bigint not null,
  reason       text not null,
  by_kind      text not null,
  by_id        bigint not null,
  noted_at     timestamptz not null,
  rules        text[] not null default '{}',
  used_at      timestamptz
);
-- Looked for by the matter that is written about, at each sending that something was found in.
create index honesty_overruling_subject on honesty_overruling (subject_kind, subject_id);
-- What is older goes, the oldest first.
create index honesty_overruling_noted on honesty_overruling (noted_at);
