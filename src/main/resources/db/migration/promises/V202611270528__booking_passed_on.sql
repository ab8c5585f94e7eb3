-- The number stands for another customer's booking from then on; this row keeps what was promised to the first.
alter table booking add column passed_on_at timestamptz;

-- One booking for each number that another system uses now; those that it has passed on stay beside it.
drop index booking_external;
create unique index booking_external on booking (external_id) where passed_on_at is null;

create or replace view promises_v_booking as
  select id, source, external_id, kind, customer_id, brand_id, team_id, person_id, order_id, words, basis, place, due_at,
    promise_id, undertaking_id, done_at, cancelled_at, cancelled_by, waits_for, after_amount, after_unit, expected_by, met_at,
    passed_on_at
  from booking;
