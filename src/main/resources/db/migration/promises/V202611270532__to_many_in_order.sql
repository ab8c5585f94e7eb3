-- A program reads a million promises of one broadcast a page at a time; without this each page
-- would sort all of them.
create index promise_to_many_in_order on promise (subject_id, id) where subject_kind = 'broadcast';
