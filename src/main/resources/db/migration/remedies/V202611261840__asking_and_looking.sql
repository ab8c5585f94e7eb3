-- Asking above authority, offering a choice, and looking afterwards.

-- What somebody wants to give, before it is given: for a request, or one choice of an offer.
create table remedy_wanted (
  id               bigint generated always as identity primary key,
  remedy_id        bigint not null references remedy (id),
  amount_minor     bigint not null check (amount_minor >= 0),
  -- The amount that somebody named; null where the catalogue says what it costs.
  named            bigint,
  currency         text not null check (currency ~ '^[A-Z]{3}$'),
  unit_id          bigint references unit (id),
  replaces_unit_id bigint references unit (id),
  cause            text references remedy_cause (code),
  severity         text not null check (severity in ('small', 'medium', 'grave')),
  reason           text not null check (reason <> ''),
  promised_at      timestamptz,
  interim_why      text,
  interim_ends_at  timestamptz
);

-- Above authority: one step to one person, with a deadline and one who stands in.
create table remedy_request (
  id           bigint generated always as identity primary key,
  subject_kind text not null,
  subject_id   bigint not null,
  customer_id  bigint not null references customer (id),
  brand_id     bigint not null references brand (id),
  team_id      bigint not null references team (id),
  wanted_id    bigint not null references remedy_wanted (id),
  asked_by     bigint not null references person (id),
  asked_at     timestamptz not null,
  approver_id  bigint not null references person (id),
  stand_in_id  bigint references person (id),
  due_at       timestamptz not null,
  passed_at    timestamptz,
  passed_why   text check (passed_why in ('absent', 'deadline', 'left')),
  promise_id   bigint references promise (id),
  answered_by  bigint references person (id),
  approved_at  timestamptz,
  refused_at   timestamptz,
  withdrawn_at timestamptz,
  words        text not null default '',
  grant_id     bigint references remedy_grant (id),
  once_key     text unique,
  check (approver_id <> asked_by and stand_in_id is distinct from asked_by and answered_by is distinct from asked_by),
  check (num_nonnulls(approved_at, refused_at, withdrawn_at) <= 1),
  check ((approved_at is null) = (grant_id is null)),
  check ((passed_at is null) = (passed_why is null))
);
create index remedy_request_subject on remedy_request (subject_kind, subject_id);
-- What waits for one person's answer.
create index remedy_request_approver on remedy_request (approver_id, due_at)
  where num_nonnulls(approved_at, refused_at, withdrawn_at) = 0;
create index remedy_request_stand_in on remedy_request (stand_in_id, due_at)
  where num_nonnulls(approved_at, refused_at, withdrawn_at) = 0 and stand_in_id is not null;
alter table remedy_grant add foreign key (request_id) references remedy_request (id);
create index remedy_grant_request on remedy_grant (request_id) where request_id is not null;

-- What a customer can choose from. Silence neither takes nor refuses it.
create table remedy_offer (
  id             bigint generated always as identity primary key,
  subject_kind   text not null,
  subject_id     bigint not null,
  customer_id    bigint not null references customer (id),
  brand_id       bigint not null references brand (id),
  team_id        bigint not null references team (id),
  law            text,
  single_reason  text,
  reason         text not null check (reason <> ''),
  offered_by     bigint not null references person (id),
  offered_at     timestamptz not null,
  valid_until    timestamptz not null,
  -- The largest choice is set aside under the offerer's limit, so that what was offered can be given.
  limit_id       bigint not null references authority_limit (id),
  ruled_day      date not null,
  period_begins  date not null,
  counted_for    bigint not null,
  reserved_minor bigint not null,
  currency       text not null check (currency ~ '^[A-Z]{3}$'),
  accepted_at    timestamptz,
  chosen_id      bigint,
  refused_at     timestamptz,
  refused_words  text,
  withdrawn_at   timestamptz,
  lapsed_at      timestamptz,
  answered_on    text check (answered_on in ('page', 'message', 'phone', 'letter')),
  answered_by_kind text,
  answered_by_id bigint,
  once_key       text unique,
  check (valid_until > offered_at),
  check (num_nonnulls(accepted_at, refused_at, withdrawn_at, lapsed_at) <= 1),
  check ((accepted_at is null) = (chosen_id is null))
);
create index remedy_offer_subject on remedy_offer (subject_kind, subject_id);
create index remedy_offer_customer on remedy_offer (customer_id);

create table remedy_choice (
  id           bigint generated always as identity primary key,
  offer_id     bigint not null references remedy_offer (id),
  place        int not null,
  wanted_id    bigint not null references remedy_wanted (id),
  unique (offer_id, place)
);
alter table remedy_grant add foreign key (offer_id) references remedy_offer (id);

-- Looked at afterwards: backed, with or without what somebody would do next time. It changes nothing for the customer.
create table remedy_backing (
  grant_id  bigint primary key references remedy_grant (id),
  lesson    text,
  backed_by bigint not null references person (id),
  backed_at timestamptz not null,
  check (lesson <> '')
);

-- Patterns that are looked into quietly, apart from backing. The rules are data.
create table suspicion_rule (
  code         text primary key,
  window_hours int not null check (window_hours between 1 and 8784),
  at_least     int not null check (at_least >= 1),
  from_at      timestamptz not null,
  until_at     timestamptz
);
create table remedy_suspicion (
  id           bigint generated always as identity primary key,
  grant_id     bigint not null references remedy_grant (id),
  rule         text not null references suspicion_rule (code),
  found        int not null,
  seen_at      timestamptz not null,
  looked_at    timestamptz,
  looked_by    bigint references person (id),
  verdict      text check (verdict in ('cleared', 'stopped')),
  words        text,
  unique (grant_id, rule),
  check (num_nonnulls(looked_at, looked_by, verdict, words) in (0, 4))
);
create index remedy_suspicion_open on remedy_suspicion (seen_at) where looked_at is null;

-- An interim remedy: why, until when, answered for by whom. It rings before it ends.
create table remedy_interim (
  grant_id    bigint primary key references remedy_grant (id),
  why         text not null check (why <> ''),
  approver_id bigint not null references person (id),
  ends_at     timestamptz not null,
  warned_at   timestamptz,
  ended_at    timestamptz,
  ended_by    bigint references remedy_grant (id)
);

-- What the customer, or the evidence, says of a remedy: did it arrive, and does it work.
create table remedy_check (
  id        bigint generated always as identity primary key,
  grant_id  bigint not null references remedy_grant (id),
  result    text not null check (result in ('works', 'not_arrived', 'does_not_work', 'no_answer')),
  words     text not null,
  by_kind   text not null,
  by_id     bigint not null,
  at        timestamptz not null
);
create index remedy_check_grant on remedy_check (grant_id);

-- Money set aside for a matter or for a cause. It warns; it never stands between a customer and their remedy.
create table remedy_budget (
  id           bigint generated always as identity primary key,
  subject_kind text,
  subject_id   bigint,
  cause        text references remedy_cause (code),
  currency     text not null check (currency ~ '^[A-Z]{3}$'),
  minor        bigint not null check (minor > 0),
  from_day     date not null,
  to_day       date,
  set_by       bigint not null references person (id),
  set_at       timestamptz not null,
  check ((subject_kind is null) = (subject_id is null)),
  check (num_nonnulls(subject_id, cause) = 1)
);

create view remedies_v_grant as
  select g.id, g.subject_kind, g.subject_id, g.customer_id, g.brand_id, g.team_id, g.remedy_id, g.kind, g.interim,
    g.package_id, g.amount_minor, g.currency, g.product_id, g.unit_id, g.replaces_unit_id, g.cause, g.severity,
    g.segment, g.granted_at, g.promised_at, g.check_promise_id, g.unknown_at, g.done_at, g.failed_at, g.stopped_at,
    g.reclaimed_at, g.returned_at, g.unsafe_at
  from remedy_grant g;
create view remedies_v_offer as
  select id, subject_kind, subject_id, customer_id, offered_at, valid_until,
    num_nonnulls(accepted_at, refused_at, withdrawn_at, lapsed_at) = 0 as open, accepted_at, refused_at, lapsed_at
  from remedy_offer;
create view remedies_v_request as
  select id, subject_kind, subject_id, customer_id, asked_by, asked_at, approver_id, stand_in_id, due_at, passed_at,
    approved_at, refused_at, withdrawn_at, num_nonnulls(approved_at, refused_at, withdrawn_at) = 0 as open
  from remedy_request;
create view remedies_v_check as
  select id, grant_id, result, by_kind, at from remedy_check;

-- House rules to begin with; an operator sets others.
insert into suspicion_rule (code, window_hours, at_least, from_at) values
  ('same_hand_same_customer', 720, 4, '2026-01-01T00:00:00Z'),
  ('many_by_one_hand', 24, 40, '2026-01-01T00:00:00Z'),
  ('same_address', 720, 4, '2026-01-01T00:00:00Z'),
  ('address_of_colleague', 24, 1, '2026-01-01T00:00:00Z');
