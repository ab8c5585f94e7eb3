-- Every settlement and closure of a case, also those that were undone: the unique indexes hold only what stands, and
-- a case page read both tables from end to end.
create index settlement_of_case on settlement (case_id);
create index closure_of_case on closure (case_id);
