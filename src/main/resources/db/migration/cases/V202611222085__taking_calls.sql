-- What a colleague writes down while somebody is on the phone, before it belongs to any case. One call at a time.
create table call_draft (
  person_id bigint primary key references person (id),
  names     text[] not null,
  words     text[] not null,
  saved_at  timestamptz not null,
  check (cardinality(names) = cardinality(words))
);

-- A reply that only says again what was promised before promises nothing new: taking it back releases nothing.
alter table case_sent add column promised boolean not null default true;
