-- A mailbox that we read by IMAP. Its password is locked by the key ring. What was read is known by
-- UIDVALIDITY, UID and hash; nothing is ever marked in the mailbox itself.
create table mailbox (
  id           bigint generated always as identity primary key,
  name         text not null,
  host         text not null,
  port         int not null check (port between 1 and 65535),
  tls          text not null check (tls in ('implicit', 'starttls', 'none')),
  login        text not null,
  folder       text not null,
  address      text not null,
  secret       bytea,
  from_start   boolean not null,
  made_at      timestamptz not null,
  paused_at    timestamptz,
  removed_at   timestamptz,
  -- Where we are; null until the folder was opened for the first time.
  validity     bigint,
  last_uid     bigint not null default 0,
  -- The mail that could not be fetched, and how often.
  stuck_uid    bigint,
  stuck_times  int not null default 0,
  ok_at        timestamptz,
  trouble      text,
  detail       text,
  troubled_at  timestamptz,
  failures     int not null default 0,
  ready_at     timestamptz not null,
  leased_until timestamptz,
  fence        bigint not null default 0,
  check ((trouble is null) = (troubled_at is null))
);

-- What became of each mail in a mailbox: taken in, known already, left as not ours, too large, or
-- not to be fetched. The hash is that of its header, so that a mailbox that numbers anew is known.
create table mailbox_mail (
  mailbox_id bigint not null references mailbox,
  validity   bigint not null,
  uid        bigint not null,
  head       bytea not null,
  what       text not null check (what in ('taken', 'known', 'left', 'large', 'failed')),
  seen_at    timestamptz not null,
  primary key (mailbox_id, validity, uid)
);
-- Asked for each mail after a mailbox was numbered anew.
create index mailbox_mail_head on mailbox_mail (mailbox_id, head);
-- The page counts what could not be taken; almost always nothing.
create index mailbox_mail_trouble on mailbox_mail (mailbox_id) where what in ('large', 'failed');

-- Whose mail stays in the mailboxes: a colleague said that it is not for us.
create table not_ours (
  id         bigint generated always as identity primary key,
  mark       text not null check (mark in ('sender', 'list')),
  value      text not null,
  noted_at   timestamptz not null,
  noted_by   bigint not null,
  unique (mark, value)
);

-- From which mailbox a mail came, and what it says without the traces of its way: the same mail by
-- two ways is one.
alter table inbound add column mailbox_id bigint references mailbox;
alter table inbound add column gist bytea;
create unique index inbound_gist on inbound (message_id, gist) where gist is not null;
