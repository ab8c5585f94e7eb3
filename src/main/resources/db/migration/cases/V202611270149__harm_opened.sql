-- Words of hurt or danger with which a program opened a case raise it as those in a message do: true where they were
-- heard there, else null, so that the sources can be counted.
alter table harm_report add column opened_in boolean check (opened_in);
alter table harm_report drop constraint harm_has_a_source;
alter table harm_report add constraint harm_has_a_source
  check (num_nonnulls(reported_by, heard_in, told_in, called_in, opened_in) = 1) not valid;
alter table harm_report validate constraint harm_has_a_source;

alter table harm_denial add column opened_in boolean check (opened_in);
alter table harm_denial drop constraint harm_denial_has_a_source;
alter table harm_denial add constraint harm_denial_has_a_source
  check (num_nonnulls(heard_in, told_in, called_in, opened_in) = 1) not valid;
alter table harm_denial validate constraint harm_denial_has_a_source;
