-- A program with a token notes, hands over and settles as a colleague does. Who did it is a person or a token.
alter table note alter column written_by drop not null,
  add column written_by_token bigint references api_token,
  add check (num_nonnulls(written_by, written_by_token) = 1);
alter table statement add column taken_by_token bigint references api_token,
  add check (num_nonnulls(taken_by, taken_by_token) <= 1);
alter table handover alter column by_person drop not null,
  add column by_token bigint references api_token,
  add check (num_nonnulls(by_person, by_token) = 1);
alter table settlement alter column settled_by drop not null,
  add column settled_by_token bigint references api_token,
  add check (num_nonnulls(settled_by, settled_by_token) = 1);
alter table closure alter column closed_by drop not null,
  add column closed_by_token bigint references api_token,
  add check (num_nonnulls(closed_by, closed_by_token) <= 1);
