-- When the words of a closed case were forgotten, because its period was over. Numbers, moments and outcomes stay.
alter table amends_case add column forgotten_at timestamptz;
-- The oldest closed ones first, once a day, in batches.
create index case_to_forget on amends_case (closed_at, id) where closed_at is not null and forgotten_at is null;
