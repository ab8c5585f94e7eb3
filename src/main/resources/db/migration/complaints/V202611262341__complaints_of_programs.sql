-- A program with a token opens a complaint and sends its letters as a colleague does. Who did it is a person or a token.
alter table complaint alter column opened_by drop not null,
  add column opened_by_token bigint references api_token,
  add check (num_nonnulls(opened_by, opened_by_token) = 1);
alter table complaint_letter alter column written_by drop not null,
  add column written_by_token bigint references api_token,
  add check (num_nonnulls(written_by, written_by_token) = 1);
