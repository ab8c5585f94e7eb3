-- The word we gave. A promise ends in one of five ways: kept, moved, agreed anew, released, broken.
-- A broken one stays broken; made_good_at says when it was done after all.
create table promise (
  id             bigint generated always as identity primary key,
  subject_kind   text not null,
  subject_id     bigint not null,
  customer_id    bigint not null references customer (id),
  kind           text not null,
  words          text not null check (words <> ''),
  due_at         timestamptz not null,
  warn_at        timestamptz not null,
  owner_person   bigint references person (id),
  owner_team     bigint references team (id),
  made_at        timestamptz not null,
  made_by_kind   text not null,
  made_by_id     bigint not null,
  follows_id     bigint references promise (id),
  evidence_kind  text,
  evidence_id    bigint,
  warned_at      timestamptz,
  kept_at        timestamptz,
  moved_at       timestamptz,
  agreed_at      timestamptz,
  released_at    timestamptz,
  release_reason text,
  broken_at      timestamptz,
  escalated_at   timestamptz,
  escalated_to   bigint references person (id),
  made_good_at   timestamptz,
  check (owner_person is not null or owner_team is not null),
  check (num_nonnulls(kept_at, moved_at, agreed_at, released_at, broken_at) <= 1),
  check (broken_at is null or broken_at >= due_at),
  check (kept_at is null or kept_at <= due_at),
  check (made_good_at is null or broken_at is not null),
  check (warn_at <= due_at)
);
-- A case page and every change look for the promises about one subject.
create index promise_subject on promise (subject_kind, subject_id);
-- An accepted delivery looks for the promise that it keeps.
create index promise_evidence on promise (evidence_kind, evidence_id)
  where evidence_id is not null and kept_at is null and made_good_at is null;
-- The minute's check reads what is owed, oldest first.
create index promise_owed on promise (due_at)
  where kept_at is null and moved_at is null and agreed_at is null and released_at is null and broken_at is null;

create view promises_v_promise as
  select id, subject_kind, subject_id, customer_id, kind, words, due_at, warn_at, owner_person, owner_team,
    made_at, follows_id, warned_at, kept_at, moved_at, agreed_at, released_at, broken_at, escalated_at, made_good_at,
    num_nonnulls(kept_at, moved_at, agreed_at, released_at, broken_at) = 0 as owed
  from promise;
