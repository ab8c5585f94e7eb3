-- How far a mail was believed when it was read, and by what. Null where nobody could look.
alter table inbound
  add column trust text check (trust in ('T0', 'T1', 'T2', 'T3')),
  add column proof text;
-- A mail that answers the sender's own earlier one; asked for mail with a proved sender only.
create index message_rfc_in on message (rfc_id) where direction = 'in' and channel = 'email';
