-- Why a bridge ended without a final remedy of ours, and who said so.
alter table remedy_interim
  add column ended_why text check (ended_why <> ''),
  add column ended_person bigint references person (id);
