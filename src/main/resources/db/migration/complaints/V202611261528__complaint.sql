-- Formal complaints: matters that are held by the rules of a law or an ombudsman's scheme.

-- Which rules this organisation is under, and since when.
create table complaint_regime (
  code        text primary key,
  since       date not null,
  switched_by bigint not null references person (id),
  switched_at timestamptz not null
);

create table complaint (
  id              bigint generated always as identity primary key,
  case_id         bigint not null unique references amends_case (id),
  received_at     timestamptz not null,
  way             text not null check (way in ('written', 'oral')),
  wants           text not null,
  eligible        text not null check (eligible <> ''),
  vulnerable      boolean not null,
  unmet_need      boolean not null,
  investigator_id bigint references person (id),
  outcome         text check (outcome in ('upheld', 'partly_upheld', 'not_upheld', 'withdrawn')),
  findings        text,
  redress_minor   bigint check (redress_minor >= 0),
  redress_currency text,
  decided_at      timestamptz,
  accepted_at     timestamptz,
  referred_at     timestamptz,
  referred_to     text,
  referred_words  text,
  opened_by       bigint not null references person (id),
  opened_at       timestamptz not null,
  check ((outcome is null) = (decided_at is null)),
  check ((redress_minor is null) = (redress_currency is null))
);
-- The return of a period reads complaints by the day on which they came.
create index complaint_received on complaint (received_at);

-- The rules that a complaint is held by.
create table complaint_under (
  complaint_id bigint not null references complaint (id),
  regime       text not null,
  primary key (complaint_id, regime)
);

-- One clock that runs against us, in the version that was in force when it began.
create table complaint_clock (
  id           bigint generated always as identity primary key,
  complaint_id bigint not null references complaint (id),
  regime       text not null,
  rule         text not null,
  began_at     timestamptz not null,
  due_at       timestamptz not null,
  promise_id   bigint references promise (id),
  unique (complaint_id, rule)
);
-- What keeps a clock's promise is asked from the promise's side.
create index complaint_clock_promise on complaint_clock (promise_id) where promise_id is not null;

-- What was written under the rules. What stops a clock is that its message has arrived.
create table complaint_letter (
  id           bigint generated always as identity primary key,
  complaint_id bigint not null references complaint (id),
  kind         text not null,
  message_id   bigint not null references message (id),
  words_sha256 bytea not null,
  written_by   bigint not null references person (id),
  written_at   timestamptz not null
);
create index complaint_letter_of on complaint_letter (complaint_id);
