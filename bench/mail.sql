-- The limit of the bench "mail": a door that stores the bytes of each mail durably, a row and a commit for each.

-- @store
insert into caught_mail (envelope_from, envelope_to, caught_at, raw) values ('', '', 'epoch', ?)

-- @kept
select count(*) from caught_mail

-- @told
select count(*) from inbound
