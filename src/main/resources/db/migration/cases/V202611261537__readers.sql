-- Who reads a case just now: its customer's page says so when they talk to us.
create view cases_v_reader as select case_id, person_id, writing, until from case_presence;
