-- What is given to make it right, by whom, under which authority, and the proof that it happened once and was safe.

-- Why things fail, as far as costs, budgets and fairness are told by it.
create table remedy_cause (
  code       text primary key check (code ~ '^[a-z][a-z0-9_-]{0,39}$'),
  name       text not null check (name <> ''),
  retired_at timestamptz
);

-- The catalogue. A row is never changed once something was given by it: it ends, and another begins.
create table remedy (
  id               bigint generated always as identity primary key,
  code             text not null check (code ~ '^[a-z][a-z0-9_-]{0,39}$'),
  kind             text not null check (kind in ('refund', 'part_refund', 'replacement', 'repair', 'credit', 'gift',
    'loan', 'service_visit', 'waiver', 'note', 'package')),
  interim          boolean not null,
  -- The least time that may be promised: whole working days and then working hours of the team.
  lead_days        int not null default 0 check (lead_days between 0 and 400),
  lead_hours       int not null default 0 check (lead_hours between 0 and 23),
  -- How long after it should be there the customer is asked whether it arrived and works.
  check_days       int not null default 7 check (check_days between 1 and 90),
  -- What one costs us; null where the amount is named with each grant.
  cost_minor       bigint check (cost_minor >= 0),
  cost_currency    text check (cost_currency ~ '^[A-Z]{3}$'),
  product_id       bigint references product (id),
  brand_id         bigint references brand (id),
  country          text check (country ~ '^[A-Z]{2}$'),
  from_day         date not null,
  to_day           date check (to_day > from_day),
  added_by_kind    text not null,
  added_by_id      bigint not null,
  added_at         timestamptz not null,
  check ((cost_minor is null) = (cost_currency is null))
);
-- One of a code at a time for a brand and a country.
create unique index remedy_code on remedy (code, brand_id, country, from_day) nulls not distinct;

-- In the words of one language; the smallest language code stands in where a reader's own is missing.
create table remedy_words (
  remedy_id     bigint not null references remedy (id),
  language      text not null check (language ~ '^[a-z]{2,3}$'),
  name          text not null check (name <> ''),
  means         text not null check (means <> ''),
  customer_does text not null,
  primary key (remedy_id, language)
);

create table remedy_part (
  package_id bigint not null references remedy (id),
  part_id    bigint not null references remedy (id),
  place      int not null,
  primary key (package_id, place),
  check (package_id <> part_id)
);

-- How much may be given without asking, by whom. A row is never changed: it ends, and another of its line begins, so
-- that what was used under it counts on.
create table authority_limit (
  id                 bigint generated always as identity primary key,
  line_id            bigint not null,
  role               text check (role in ('agent', 'lead', 'manager', 'administrator')),
  team_id            bigint references team (id),
  person_id          bigint references person (id),
  remedy_kind        text,
  currency           text not null check (currency ~ '^[A-Z]{3}$'),
  per_grant_minor    bigint not null check (per_grant_minor >= 0),
  per_matter_minor   bigint check (per_matter_minor >= 0),
  per_day_minor      bigint check (per_day_minor >= 0),
  per_period_minor   bigint check (per_period_minor >= 0),
  period             text not null default 'month' check (period in ('day', 'week', 'month', 'year')),
  -- Above it somebody answers within so many working minutes of the team.
  answer_minutes     int not null default 240 check (answer_minutes between 15 and 14400),
  -- Emergency authority: for the matters of this team or this subject alone, with an end and a reason.
  only_team_id       bigint references team (id),
  only_subject_kind  text,
  only_subject_id    bigint,
  emergency          boolean not null default false,
  reason             text not null default '',
  from_at            timestamptz not null,
  until_at           timestamptz,
  set_by_kind        text not null,
  set_by_id          bigint not null,
  set_at             timestamptz not null,
  check (num_nonnulls(role, team_id, person_id) = 1),
  check (until_at is null or until_at >= from_at),
  check ((only_subject_kind is null) = (only_subject_id is null)),
  check (not emergency or (until_at is not null and reason <> '' and num_nonnulls(only_team_id, only_subject_id) = 1))
);
-- A ruling reads the limits in force for one person, their team and their roles.
create index authority_limit_person on authority_limit (person_id) where person_id is not null;
create index authority_limit_team on authority_limit (team_id) where team_id is not null;
create index authority_limit_role on authority_limit (role) where role is not null;
create index authority_limit_line on authority_limit (line_id);

-- What was used under a line of limits: one row for each matter, customer and day, person and period. It is the row
-- that grants queue at, so that fifty at once never exceed a limit.
create table authority_use (
  line_id    bigint not null,
  scope      text not null check (scope in ('matter', 'day', 'period')),
  key_kind   text not null,
  key_id     bigint not null,
  -- The day, or the first day of the period; the day before all days where a matter has no period.
  begins     date not null,
  used_minor bigint not null check (used_minor >= 0),
  primary key (line_id, scope, key_kind, key_id, begins)
);
-- Days and periods that are over are forgotten.
create index authority_use_begins on authority_use (begins) where scope <> 'matter';

-- One remedy given.
create table remedy_grant (
  id               bigint generated always as identity primary key,
  subject_kind     text not null,
  subject_id       bigint not null,
  customer_id      bigint not null references customer (id),
  brand_id         bigint not null references brand (id),
  team_id          bigint not null references team (id),
  remedy_id        bigint not null references remedy (id),
  kind             text not null,
  interim          boolean not null,
  package_id       bigint references remedy_grant (id),
  -- What it is worth in minor units: what is paid, or what it costs us. Counts against the limit. 0 for a package, whose
  -- parts bear their own.
  amount_minor     bigint not null check (amount_minor >= 0),
  currency         text not null check (currency ~ '^[A-Z]{3}$'),
  product_id       bigint references product (id),
  unit_id          bigint references unit (id),
  replaces_unit_id bigint references unit (id),
  cause            text references remedy_cause (code),
  severity         text not null default 'medium' check (severity in ('small', 'medium', 'grave')),
  segment          text not null,
  reason           text not null check (reason <> ''),
  -- Under which authority: whose it was, the limit, the moment and day of the ruling, and what stood used after it.
  ruled_by         bigint references person (id),
  ruled_by_token   bigint references api_token (id),
  ruled_at         timestamptz not null,
  ruled_day        date not null,
  period_begins    date not null,
  -- The customer that the day's sum was counted for: the one who stood for this one then.
  counted_for      bigint not null,
  limit_id         bigint not null references authority_limit (id),
  matter_minor     bigint not null,
  day_minor        bigint not null,
  period_minor     bigint not null,
  request_id       bigint,
  offer_id         bigint,
  granted_by_kind  text not null,
  granted_by_id    bigint not null,
  granted_at       timestamptz not null,
  -- When the customer was told that it is there, and the promise to look whether it is.
  promised_at      timestamptz,
  check_promise_id bigint references promise (id),
  -- What became of it.
  unknown_at       timestamptz,
  done_at          timestamptz,
  evidence_kind    text,
  evidence_id      bigint,
  failed_at        timestamptz,
  failed_reason    text,
  stopped_at       timestamptz,
  reclaimed_at     timestamptz,
  returned_at      timestamptz,
  unsafe_at        timestamptz,
  -- When it turned out not to work.
  wrong_at         timestamptz,
  once_key         text unique,
  once_hash        bytea,
  check ((ruled_by is null) <> (ruled_by_token is null)),
  check ((failed_at is null) = (failed_reason is null)),
  check (reclaimed_at is null or done_at is not null),
  check (num_nonnulls(failed_at, stopped_at) <= 1),
  check ((once_key is null) = (once_hash is null))
);
-- A case page shows what was given in it.
create index remedy_grant_subject on remedy_grant (subject_kind, subject_id);
-- What a customer was given before, and the day's sum in the checks.
create index remedy_grant_customer on remedy_grant (customer_id, granted_at desc);
-- The check of a line of limits recomputes what was used.
create index remedy_grant_limit on remedy_grant (limit_id, ruled_day);
-- A unit is given once: to nobody else until it came back or never left.
create unique index remedy_grant_unit on remedy_grant (unit_id)
  where unit_id is not null and failed_at is null and stopped_at is null and returned_at is null;
-- Like cases: by cause, and there by severity and segment.
create index remedy_grant_cause on remedy_grant (cause, severity, segment, currency, granted_at) where cause is not null;
create index remedy_grant_check on remedy_grant (check_promise_id) where check_promise_id is not null;
create index remedy_grant_package on remedy_grant (package_id) where package_id is not null;
-- The queues of leads and of those who pay read what is new, oldest first.
create index remedy_grant_granted on remedy_grant (granted_at);
-- What is to be sent is asked for others of its product that did not work; they are few beside all that were given.
create index remedy_grant_wrong on remedy_grant (product_id, cause, wrong_at) where wrong_at is not null;
-- And what did not work for this customer before: read from all that they were given, a ruling took three times as long.
create index remedy_grant_wrong_here on remedy_grant (customer_id, product_id) where wrong_at is not null;
-- What one person gave of late: the private rules look at it.
create index remedy_grant_by on remedy_grant (ruled_by, granted_at) where ruled_by is not null;
