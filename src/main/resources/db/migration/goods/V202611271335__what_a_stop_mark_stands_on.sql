-- Whether a mark stands on the unit, on its lot or on its product: whoever may send the unit tells colleagues so, and asks
-- it beside whatever else speaks against the unit.
create or replace view goods_v_stop_mark as
  select u.id as unit_id, m.id as mark_id, m.reason, m.set_at, m.lifted_at, m.kind
  from unit u
  cross join lateral (
    select x.id, x.reason, x.set_at, x.lifted_at, 'product' as kind from stop_mark x
      where x.product_id = u.product_id and x.lot_id is null and x.unit_id is null
    union all
    select x.id, x.reason, x.set_at, x.lifted_at, 'lot' from stop_mark x
      where x.lot_id = u.lot_id and x.lot_id is not null
    union all
    select x.id, x.reason, x.set_at, x.lifted_at, 'unit' from stop_mark x
      where x.unit_id = u.id and x.unit_id is not null) m;
