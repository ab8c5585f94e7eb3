-- A message travels over one channel and, where that fails, over the next: one delivery for each.
alter table message
  add column purpose text not null default 'service'
    check (purpose in ('service', 'safety', 'marketing')),
  -- Whether it may go on over another channel when one fails.
  add column onward boolean not null default false,
  -- What the provider calls a message that came in over it.
  add column provider_ref text;

alter table delivery
  add column connection_id bigint,
  -- What the provider calls it.
  add column provider_ref  text,
  add column delivered_at  timestamptz,
  -- A key of a text: why this person is not sent it after all.
  add column suppressed_why text,
  -- The delivery that failed and is followed by this one.
  add column after_id      bigint references delivery,
  drop constraint delivery_check,
  add constraint delivery_done check
    (done_at is null or num_nonnulls(accepted_at, failed_at, suppressed_why) > 0);
create index delivery_after on delivery (after_id) where after_id is not null;

-- Each channel has a queue of its own: one that is stuck is not looked through by the others.
drop index delivery_ready;
create index delivery_ready on delivery (channel, ready_at) where done_at is null;

-- A receipt is told any number of times and in any order, and counted once.
create table receipt (
  delivery_id bigint not null references delivery,
  state       text not null check (state in ('accepted', 'delivered', 'failed')),
  received_at timestamptz not null,
  primary key (delivery_id, state)
);

-- A provider that carries messages, and how it is with it.
create table connection (
  id           bigint generated always as identity primary key,
  kind         text not null,
  channel      text not null,
  name         text not null,
  -- Which brand it speaks for; null for all that have none of their own.
  brand_id     bigint references brand,
  -- Where it is, who we are there, and as whom we write.
  url          text not null,
  account      text not null,
  sender       text not null,
  locked       bytea,
  per_minute   int not null check (per_minute > 0),
  made_at      timestamptz not null,
  off_at       timestamptz,
  paused_until timestamptz,
  failing      int not null default 0,
  worked_at    timestamptz,
  trouble      text,
  trouble_at   timestamptz,
  -- How far what comes in has been read.
  read_to      text
);
alter table delivery add foreign key (connection_id) references connection;
-- Few deliveries have one; a connection's queue is counted by it.
create index delivery_connection on delivery (connection_id, ready_at)
  where done_at is null and connection_id is not null;

-- Where nothing but words of safety may be sent any more. Only a hash: it stays after an erasure.
create table suppression (
  id           bigint generated always as identity primary key,
  channel      text not null,
  address_hash bytea not null,
  reason       text not null check (reason in ('stop', 'complaint', 'colleague')),
  set_at       timestamptz not null,
  lifted_at    timestamptz
);
create unique index suppression_standing on suppression (channel, address_hash)
  where lifted_at is null;

-- A channel that is in trouble itself, so that nobody is written to over it about just that.
create table channel_trouble (
  id       bigint generated always as identity primary key,
  channel  text not null,
  brand_id bigint references brand,
  words    text not null,
  from_at  timestamptz not null,
  until_at timestamptz not null,
  ended_at timestamptz,
  check (until_at > from_at)
);
create index channel_trouble_standing on channel_trouble (until_at) where ended_at is null;

-- When and how often at most, as dated data with its source. The times are the recipient's own.
create table contact_limit (
  id         bigint generated always as identity primary key,
  rule       text not null check (rule in ('quiet', 'most')),
  channel    text,
  purpose    text not null,
  quiet_from time,
  quiet_to   time,
  most       int,
  hours      int,
  starts_on  date not null,
  ends_on    date,
  source     text not null,
  check (case rule when 'quiet' then num_nulls(quiet_from, quiet_to) = 0
    else num_nulls(most, hours) = 0 end)
);
insert into contact_limit (rule, channel, purpose, quiet_from, quiet_to, starts_on, source) values
  ('quiet', 'sms', 'marketing', '21:00', '08:00', '2000-01-01', '47 CFR 64.1200(c)(1), from knowledge'),
  ('quiet', 'phone', 'marketing', '21:00', '08:00', '2000-01-01', '47 CFR 64.1200(c)(1), from knowledge'),
  ('quiet', 'sms', 'service', '21:00', '08:00', '2000-01-01', 'house rule'),
  ('quiet', 'phone', 'service', '21:00', '08:00', '2000-01-01', 'house rule');
insert into contact_limit (rule, channel, purpose, most, hours, starts_on, source) values
  ('most', null, 'marketing', 2, 168, '2000-01-01', 'house rule'),
  ('most', 'sms', 'service', 6, 24, '2000-01-01', 'house rule');

create or replace view messages_v_delivery as
  select d.id, d.message_id, m.about_kind, m.about_id, d.customer_id, d.channel, d.created_at,
    d.accepted_at, d.failed_at, d.permanent, d.ambiguous_tries, d.attempts, d.done_at,
    d.delivered_at, d.suppressed_why, d.after_id, m.purpose
  from delivery d join message m on m.id = d.message_id;
-- Where nothing may be sent but words of safety, for whoever expands a list in one statement.
create view messages_v_suppression as
  select channel, address_hash from suppression where lifted_at is null;
