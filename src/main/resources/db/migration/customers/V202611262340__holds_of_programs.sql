-- What a program opens may have to be kept: a hold is set by a person or a token. A person lifts it.
alter table legal_hold alter column set_by drop not null,
  add column set_by_token bigint references api_token,
  add check (num_nonnulls(set_by, set_by_token) = 1);
