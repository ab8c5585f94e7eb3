-- What nobody has: counted on every page, and shown by the next moment due.
create index case_unowned on amends_case (next_due_at, id) where owner_id is null and closed_at is null;
