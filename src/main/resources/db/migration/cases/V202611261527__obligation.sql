-- What a law or a published rule obliges us to send by a moment. It is a look of our own that nothing ends but the
-- message that was sent for it: no reply, no word of the customer's, no settlement, and nobody's tick.
create table obligation (
  promise_id bigint primary key references promise (id),
  rule       text not null check (rule <> '')
);

-- Lists of rooms above name a case by its subject.
create or replace view cases_v_case as
  select id, brand_id, team_id, owner_id, customer_id, order_id, unit_id, opened_at, next_promise_id, next_due_at,
    broken_at, settled_at, closed_at, named_only, subject from amends_case;
