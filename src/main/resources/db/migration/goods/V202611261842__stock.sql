-- Units that are ours to send. Whoever holds one has promised it to somebody; what has left is gone
-- for good, and comes back only as a new entry.
create table stock (
  unit_id    bigint primary key references unit,
  entered_at timestamptz not null,
  held_kind  text,
  held_id    bigint,
  held_at    timestamptz,
  left_at    timestamptz,
  check ((held_at is null) = (held_id is null) and (held_at is null) = (held_kind is null)),
  check (left_at is null or held_at is not null)
);
-- One holder, one unit.
create unique index stock_holder on stock (held_kind, held_id) where held_at is not null;
-- What is free, oldest first.
create index stock_free on stock (entered_at) where held_at is null;

create view goods_v_stock as
  select unit_id, entered_at, held_kind, held_id, held_at, left_at from stock;
