-- What is promised to everybody and stands in a published catalogue (ISO 10001 calls it a code of conduct, with its
-- scope and with what happens if it is not met). One that is changed is a new one: what was broken stays under its words.
create table guarantee (
  id         bigint generated always as identity primary key,
  brand_id   bigint references brand (id),
  title      text not null check (title <> ''),
  words      text not null check (words <> ''),
  scope      text not null check (scope <> ''),
  if_not     text not null check (if_not <> ''),
  made_at    timestamptz not null,
  retired_at timestamptz
);
create view promises_v_guarantee as
  select id, brand_id, title, words, scope, if_not, made_at, retired_at from guarantee;
