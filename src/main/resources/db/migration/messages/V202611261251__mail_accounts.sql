-- An account with Microsoft 365 or Google whose mail we read or send by OAuth 2. Secrets and tokens
-- are locked by the key ring.
create table mail_account (
  id             bigint generated always as identity primary key,
  provider       text not null check (provider in ('microsoft', 'google')),
  flow           text not null check (flow in ('delegated', 'app')),
  name           text not null,
  login          text not null,
  client_id      text not null,
  tenant         text not null,
  secret         bytea,
  -- Providers end client secrets; an administrator says when.
  secret_ends_on date,
  refresh        bytea,
  access         bytea,
  access_ends_at timestamptz,
  granted_at     timestamptz,
  refreshed_at   timestamptz,
  trouble        text,
  detail         text,
  troubled_at    timestamptz,
  retry_at       timestamptz not null,
  failures       int not null default 0,
  made_at        timestamptz not null,
  removed_at     timestamptz,
  check ((trouble is null) = (troubled_at is null))
);

-- A consent that was asked for and has not come back yet: known by the hash of its state.
create table mail_consent (
  state      bytea primary key,
  account_id bigint not null references mail_account,
  person_id  bigint not null references person,
  verifier   bytea not null,
  ends_at    timestamptz not null
);

alter table mailbox add column account_id bigint references mail_account;
-- An account is not taken away while a mailbox needs it.
create index mailbox_account on mailbox (account_id) where account_id is not null;

-- Administrators hear by mail of an account that does not get in any more.
alter table notice drop constraint notice_kind_check,
  add constraint notice_kind_check check (kind in ('warning', 'escalation', 'account', 'house'));
