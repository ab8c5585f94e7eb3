-- A place or a day that fails: weather, a strike, a workshop that is closed. Whatever was promised there and then is in danger.
create table disruption (
  id       bigint generated always as identity primary key,
  team_id  bigint references team (id),
  brand_id bigint references brand (id),
  -- Some words of where bookings are done; empty for anywhere.
  place    text not null,
  from_at  timestamptz not null,
  until_at timestamptz not null,
  reason   text not null check (reason <> ''),
  made_at  timestamptz not null,
  made_by  bigint not null,
  ended_at timestamptz,
  check (until_at > from_at),
  check (team_id is not null or brand_id is not null or place <> '')
);
-- Every promise that is made asks for those that are not over: a handful.
create index disruption_running on disruption (until_at) where ended_at is null;
