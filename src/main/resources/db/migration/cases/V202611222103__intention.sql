-- A look that a colleague means to take on a day, for a reason. Nothing that the customer writes, no reply and no
-- settlement ends it: only somebody who has looked does.
create table intention (
  promise_id bigint primary key references promise (id),
  ended_by   bigint references note (id)
);
