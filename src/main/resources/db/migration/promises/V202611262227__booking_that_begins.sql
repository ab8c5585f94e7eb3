-- A visit or a call that begins with something: "five days after your parcel has arrived", for a customer without a
-- case. Until it has come nothing is promised, and due_at is what it would be if it came when it is expected.
alter table booking add column waits_for text check (waits_for <> '');
alter table booking add column after_amount int check (after_amount between 0 and 400);
alter table booking add column after_unit text check (after_unit in ('hours', 'days', 'working_days'));
-- By when it is to have come: else somebody looks what has become of it.
alter table booking add column expected_by timestamptz;
alter table booking add column met_at timestamptz;
alter table booking add check (num_nulls(waits_for, after_amount, after_unit, expected_by) in (0, 4));
alter table booking add check (met_at is null or waits_for is not null);
alter table booking add check (promise_id is null or waits_for is null or met_at is not null);
-- What arrives asks for what waits for its order; few wait.
create index booking_waiting on booking (order_id)
  where waits_for is not null and met_at is null and done_at is null and cancelled_at is null;

create or replace view promises_v_booking as
  select id, source, external_id, kind, customer_id, brand_id, team_id, person_id, order_id, words, basis, place, due_at,
    promise_id, undertaking_id, done_at, cancelled_at, cancelled_by, waits_for, after_amount, after_unit, expected_by, met_at
  from booking;
