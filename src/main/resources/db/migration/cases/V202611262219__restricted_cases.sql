-- What leads look at afterwards leaves restricted matters out; those are few among all cases.
create index amends_case_restricted on amends_case (id) where named_only is not null;
