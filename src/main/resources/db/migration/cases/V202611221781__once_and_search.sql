-- A form that was sent: sent again, by a second press or a reload, it changes nothing.
create table once (
  token_hash bytea primary key,
  viewer     bigint not null references person (id),
  at         timestamptz not null
);

-- Search finds a case by the beginning of its subject, and by the order or piece that it is about.
create index case_subject on amends_case (lower(subject) text_pattern_ops);
create index case_order on amends_case (order_id) where order_id is not null;
create index case_unit on amends_case (unit_id) where unit_id is not null;
-- The parts of the queue: what runs, and what waits with a reason.
create index case_waiting on amends_case (next_due_at, id)
  where waiting is not null and broken_at is null and closed_at is null;
