-- A look back and a call may be noted by a program too: then its token stands there and nobody's name.
alter table follow_up add column made_by_token bigint references api_token,
  add check (num_nonnulls(made_by, made_by_token) <= 1);
alter table call alter column made_by drop not null,
  add column made_by_token bigint references api_token,
  add check (num_nonnulls(made_by, made_by_token) = 1);
