-- One text to many people: the words once, a list that no longer changes, deliveries made from it.
alter table message drop constraint message_kind_check,
  add constraint message_kind_check
    check (kind in ('reply', 'acknowledgement', 'notice', 'follow_up', 'broadcast'));

create table broadcast (
  id             bigint generated always as identity primary key,
  brand_id       bigint not null references brand,
  purpose        text not null check (purpose in ('service', 'safety', 'marketing')),
  subject        text not null,
  body           text not null,
  -- A code: which way each person is written to.
  ways           text not null check (ways in ('preferred', 'email', 'sms')),
  made_by_kind   text not null,
  made_by_id     bigint not null,
  made_at        timestamptz not null,
  -- Whom, as it was asked: a kind of audience and what was typed there.
  audience       text,
  audience_asks  jsonb,
  -- Whoever is on that one's list is left out.
  without_id     bigint references broadcast,
  -- What of that one has not left yet is replaced by this.
  corrects_id    bigint references broadcast,
  list_asked_at  timestamptz,
  frozen_at      timestamptz,
  people         int,
  reachable      int,
  started_at     timestamptz,
  started_by_kind text,
  started_by_id  bigint,
  -- The first leaves not before this moment.
  leaves_at      timestamptz,
  expanded_at    timestamptz,
  paused_at      timestamptz,
  superseded_at  timestamptz,
  cancelled_at   timestamptz,
  ended_at       timestamptz,
  -- Its words as they went out; deliveries hang off it.
  message_id     bigint unique references message,
  check ((frozen_at is null) = (people is null)),
  check ((started_at is null) = (message_id is null)),
  check (num_nulls(started_at, started_by_kind, started_by_id, leaves_at) in (0, 4))
);
-- Each courier asks again and again which of them are on their way.
create index broadcast_under_way on broadcast (started_at) where started_at is not null and ended_at is null;

-- The list, numbered so that it is worked off in ranges: who, over which channel, where.
create table broadcast_person (
  broadcast_id bigint not null references broadcast,
  no           int not null,
  customer_id  bigint not null,
  channel      text,
  address      text,
  -- The key of a text: why nothing goes to them.
  left_out     text,
  -- The case that an answer belongs to.
  case_id      bigint,
  -- What the words name of this person only, by its name.
  own          jsonb,
  primary key (broadcast_id, no),
  check ((channel is null) = (address is null)),
  check (channel is not null or left_out is not null)
);
-- One of each, also when somebody is met twice while the list is made.
create unique index broadcast_person_once on broadcast_person (broadcast_id, customer_id);
-- What a person was sent among many, for their page, an erasure and their data.
create index broadcast_person_customer on broadcast_person (customer_id);
-- A case shows what went to its customer about it.
create index broadcast_person_case on broadcast_person (case_id) where case_id is not null;

-- People who were named one by one, before the list is made of them.
create table broadcast_named (
  broadcast_id bigint not null references broadcast,
  no           int not null,
  -- As it was given: our number, their number, an address.
  given        text not null,
  own          jsonb,
  primary key (broadcast_id, no)
);

-- What is done about a broadcast by itself, a range of its list at a time.
create table broadcast_job (
  id           bigint generated always as identity primary key,
  broadcast_id bigint not null references broadcast,
  kind         text not null check (kind in ('list', 'expand', 'sweep')),
  -- How far it has come in the list.
  upto         int not null default 0,
  ready_at     timestamptz not null,
  leased_until timestamptz,
  fence        bigint not null default 0,
  attempts     int not null default 0,
  trouble      text,
  done_at      timestamptz,
  unique (broadcast_id, kind)
);
create index broadcast_job_ready on broadcast_job (ready_at) where done_at is null;

-- How far it is, added up: each act that moves deliveries notes by how many, so that a page need
-- not count a million rows each second.
create table broadcast_tally (
  id           bigint generated always as identity primary key,
  broadcast_id bigint not null references broadcast,
  at           timestamptz not null,
  laid         int not null default 0,
  accepted     int not null default 0,
  failed       int not null default 0,
  -- Failed one way and laid anew over another.
  moved        int not null default 0,
  suppressed   int not null default 0,
  stopped      int not null default 0
);
create index broadcast_tally_of on broadcast_tally (broadcast_id, at);

-- Deliveries of broadcasts have a queue of their own: a million of them keep no reply waiting.
alter table delivery add column mass boolean not null default false;
drop index delivery_ready;
create index delivery_ready on delivery (channel, ready_at) where done_at is null and not mass;
create index delivery_mass_ready on delivery (message_id, channel, ready_at) where done_at is null and mass;
-- How often somebody was sent what sells is asked before the next of it.
create index delivery_mass_customer on delivery (customer_id) where mass;

create view messages_v_broadcast_person as
  select p.broadcast_id, p.no, p.customer_id, p.case_id, b.message_id, b.started_at, p.left_out
  from broadcast_person p join broadcast b on b.id = p.broadcast_id;
