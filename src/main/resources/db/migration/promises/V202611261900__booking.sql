-- What was agreed elsewhere, in the diary of a workshop or by a carrier, and stands in the ledger without a case: a visit, a delivery.
-- Another system, a list or a calendar tells of it by its own number, again and again.
create table booking (
  id             bigint generated always as identity primary key,
  source         text not null check (source in ('api', 'csv', 'ics', 'hand')),
  external_id    text not null check (external_id <> ''),
  kind           text not null check (kind in ('booking', 'delivery')),
  customer_id    bigint not null references customer (id),
  brand_id       bigint not null references brand (id),
  team_id        bigint not null references team (id),
  -- Who does it in person; null when the team does.
  person_id      bigint references person (id),
  order_id       bigint references purchase_order (id),
  words          text not null check (words <> ''),
  -- What makes it certain.
  basis          text not null,
  place          text not null,
  -- As it stands there; the promise keeps the moment that the customer knows.
  due_at         timestamptz not null,
  entered_at     timestamptz not null,
  told_at        timestamptz not null,
  promise_id     bigint references promise (id),
  undertaking_id bigint references undertaking (id),
  done_at        timestamptz,
  -- What shows it, in words; empty where the other system said so.
  shown_by       text not null default '',
  cancelled_at   timestamptz,
  cancelled_by   text check (cancelled_by in ('customer', 'us')),
  check ((cancelled_at is null) = (cancelled_by is null))
);
-- Told once more, it is the same one.
create unique index booking_external on booking (external_id);
-- A promise that is moved, kept or released asks for what stands behind it.
create index booking_promise on booking (promise_id) where promise_id is not null;
-- A colleague's answer asks for what waits for it.
create index booking_undertaking on booking (undertaking_id) where undertaking_id is not null;
-- A customer's page, export and erasure.
create index booking_customer on booking (customer_id);
-- An order that was delivered starts what was promised for after it.
create index booking_order on booking (order_id) where order_id is not null;
-- The list, by moment.
create index booking_due on booking (due_at, id);

create view promises_v_booking as
  select id, source, external_id, kind, customer_id, brand_id, team_id, person_id, order_id, words, basis, place, due_at,
    promise_id, undertaking_id, done_at, cancelled_at, cancelled_by
  from booking;
