-- Who brought a mail to a door that stands before everybody, and what the domain of its envelope says
-- of that machine (RFC 7208). Forgotten together with the raw mail.
alter table inbound
  add column caller_address text,
  add column caller_helo    text,
  add column spf            text check (
    spf in ('none', 'neutral', 'pass', 'fail', 'softfail', 'temperror', 'permerror'));
