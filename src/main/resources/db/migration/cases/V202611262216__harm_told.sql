-- Words of hurt or danger in what a colleague wrote down, of a call or a telling, raise the case as those in a message do.
-- Three nullable references, so that the database holds that what was heard is there.
alter table harm_report add column told_in bigint references statement (id);
alter table harm_report add column called_in bigint references call (id);
alter table harm_report drop constraint harm_has_a_source;
alter table harm_report add constraint harm_has_a_source
  check (num_nonnulls(reported_by, heard_in, told_in, called_in) = 1) not valid;
alter table harm_report validate constraint harm_has_a_source;

alter table harm_denial alter column heard_in drop not null;
alter table harm_denial add column told_in bigint references statement (id);
alter table harm_denial add column called_in bigint references call (id);
alter table harm_denial add constraint harm_denial_has_a_source
  check (num_nonnulls(heard_in, told_in, called_in) = 1) not valid;
alter table harm_denial validate constraint harm_denial_has_a_source;
