-- A code that was sent to an address: who can say it has read what arrived there. The newest counts.
create table contact_code (
  contact_id bigint primary key references contact_point (id),
  code_hash  bytea not null,
  sent_at    timestamptz not null,
  expires_at timestamptz not null,
  tries      int not null default 0
);
