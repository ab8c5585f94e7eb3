-- What must not leave any more: a product, a lot or one unit, since when and why. A mark is lifted, never deleted.
create table stop_mark (
  id           bigint generated always as identity primary key,
  product_id   bigint not null references product (id),
  lot_id       bigint references lot (id),
  unit_id      bigint references unit (id),
  reason       text not null check (reason in ('danger', 'failure', 'recall', 'inspection')),
  words        text not null check (words <> ''),
  evidence     text not null check (evidence <> ''),
  set_by_kind  text not null,
  set_by_id    bigint not null,
  set_at       timestamptz not null,
  lifted_at    timestamptz,
  lifted_by_kind text,
  lifted_by_id bigint,
  lifted_words text,
  check (lot_id is null or unit_id is null),
  check (num_nonnulls(lifted_at, lifted_by_kind, lifted_by_id, lifted_words) in (0, 4))
);
-- A unit that is about to be promised or to leave is asked by unit, by lot and by product.
create index stop_mark_product on stop_mark (product_id) where lot_id is null and unit_id is null;
create index stop_mark_lot on stop_mark (lot_id) where lot_id is not null;
create index stop_mark_unit on stop_mark (unit_id) where unit_id is not null;
-- Every mark that stands or stood on a unit, its lot or its product; ask for lifted_at is null for those that stand.
-- Joined by union, not by "or": one lookup by an index for each of the three.
create view goods_v_stop_mark as
  select u.id as unit_id, m.id as mark_id, m.reason, m.set_at, m.lifted_at
  from unit u
  cross join lateral (
    select x.id, x.reason, x.set_at, x.lifted_at from stop_mark x
      where x.product_id = u.product_id and x.lot_id is null and x.unit_id is null
    union all
    select x.id, x.reason, x.set_at, x.lifted_at from stop_mark x where x.lot_id = u.lot_id and x.lot_id is not null
    union all
    select x.id, x.reason, x.set_at, x.lifted_at from stop_mark x where x.unit_id = u.id and x.unit_id is not null) m;
-- Those that stand.
create view goods_v_stopped as
  select unit_id, mark_id, reason, set_at from goods_v_stop_mark where lifted_at is null;
