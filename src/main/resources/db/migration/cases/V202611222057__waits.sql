-- The parts of the queue and its count of all that waits, also of what is broken meanwhile: one index for both.
create index case_waits on amends_case (next_due_at, id) where waiting is not null and closed_at is null;
drop index case_waiting;
