-- The number under which the payer's provider knows the payment of an order, what was paid by it, and where it went.
alter table purchase_order
  add column payment text check (payment <> ''),
  add column paid_minor bigint check (paid_minor >= 0),
  add column country text check (country ~ '^[A-Z]{2}$');

create or replace view goods_v_order as
  select id, external_id, customer_id, placed_at, total_minor, currency, payment, paid_minor, country
  from purchase_order;
