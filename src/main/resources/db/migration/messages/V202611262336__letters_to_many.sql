-- Broadcasts by letter, by call, and by whatever each prefers of all four.
alter table broadcast drop constraint broadcast_ways_check,
  add constraint broadcast_ways_check
    check (ways in ('preferred', 'any', 'email', 'sms', 'letter', 'phone'));
