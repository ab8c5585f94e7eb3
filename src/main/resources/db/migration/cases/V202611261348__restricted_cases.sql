-- Few, and looked for when a colleague leaves or parts from a team: somebody has to take over what nobody would see.
create index case_restricted on amends_case (id) where named_only is not null;
