-- Somebody's word to us that a promise to a customer rests on: a colleague's, once they have
-- accepted, or a supplier's. What nobody has accepted can be promised to nobody.
create table undertaking (
  id            bigint generated always as identity primary key,
  subject_kind  text not null,
  subject_id    bigint not null,
  customer_id   bigint not null references customer (id),
  person_id     bigint references person (id),
  supplier      text check (supplier <> ''),
  words         text not null check (words <> ''),
  due_at        timestamptz not null,
  asked_at      timestamptz not null,
  asked_by      bigint not null references person (id),
  answer_by     timestamptz not null,
  unanswered_at timestamptz,
  accepted_at   timestamptz,
  declined_at   timestamptz,
  withdrawn_at  timestamptz,
  kept_at       timestamptz,
  slipped_at    timestamptz,
  chased_at     timestamptz,
  reason        text,
  -- The case that it was asked for, while a merged one stands for it.
  passed_from   bigint,
  check ((person_id is null) <> (supplier is null)),
  check (num_nonnulls(declined_at, withdrawn_at, kept_at) <= 1),
  check (kept_at is null or accepted_at is not null),
  check (slipped_at is null or accepted_at is not null),
  check (answer_by <= due_at)
);
-- A case page shows what others undertook for it.
create index undertaking_subject on undertaking (subject_kind, subject_id);
-- A colleague's list: what they are asked for, and what they have accepted.
create index undertaking_person on undertaking (person_id, due_at)
  where declined_at is null and withdrawn_at is null and kept_at is null;
-- The list of suppliers' words that are to be chased, oldest first.
create index undertaking_supplier on undertaking (due_at)
  where supplier is not null and declined_at is null and withdrawn_at is null and kept_at is null;

create table promise_basis (
  promise_id     bigint not null references promise (id),
  undertaking_id bigint not null references undertaking (id),
  primary key (promise_id, undertaking_id)
);
-- What slips puts the promises in danger that rest on it.
create index promise_basis_undertaking on promise_basis (undertaking_id);

-- Why a promise is in danger before its clock says so: somebody is away, a place fails, a word that
-- it rests on slips.
create table promise_risk (
  id          bigint generated always as identity primary key,
  promise_id  bigint not null references promise (id),
  kind        text not null check (kind in ('absence', 'disruption', 'undertaking', 'slot')),
  source_id   bigint not null,
  reason      text not null default '',
  since_at    timestamptz not null,
  cleared_at  timestamptz
);
-- One danger of one cause at a time for a promise; and the list of what is in danger.
create unique index promise_risk_one on promise_risk (promise_id, kind, source_id) where cleared_at is null;
-- What is over clears the dangers that came of it.
create index promise_risk_source on promise_risk (kind, source_id) where cleared_at is null;

create view promises_v_risk as
  select r.id, r.promise_id, r.kind, r.source_id, r.reason, r.since_at
  from promise_risk r join promise p on p.id = r.promise_id
  where r.cleared_at is null
    and p.kept_at is null and p.moved_at is null and p.agreed_at is null and p.released_at is null and p.broken_at is null;

create view promises_v_undertaking as
  select id, subject_kind, subject_id, customer_id, person_id, supplier, words, due_at, asked_at, asked_by, answer_by,
    unanswered_at, accepted_at, declined_at, withdrawn_at, kept_at, slipped_at, chased_at, reason
  from undertaking;
create view promises_v_basis as
  select promise_id, undertaking_id from promise_basis;

-- The ledger counts what fell due in a period by the moment that was promised first.
create index promise_first_due on promise (due_at) where follows_id is null and kind <> 'look';
-- Whatever one colleague still owes, when they are away.
create index promise_owner on promise (owner_person, due_at)
  where kept_at is null and moved_at is null and agreed_at is null and released_at is null and broken_at is null;
