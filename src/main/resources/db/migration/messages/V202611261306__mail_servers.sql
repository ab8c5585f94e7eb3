-- Another number after each change, also when a server is taken away and given again.
create sequence mail_server_version;

-- The mail server of a brand's own that takes what it sends; a brand without one uses the house's.
create table mail_server (
  brand_id   bigint primary key references brand,
  host       text not null,
  port       int not null check (port between 1 and 65535),
  tls        text not null check (tls in ('implicit', 'starttls', 'none')),
  login      text not null,
  secret     bytea,
  account_id bigint references mail_account,
  version    bigint not null,
  set_at     timestamptz not null
);
-- An account is not taken away while a sender needs it.
create index mail_server_account on mail_server (account_id) where account_id is not null;
