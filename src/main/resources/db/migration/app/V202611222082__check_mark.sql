-- How far each check has found all well; what lies behind it is read once a day only.
create table check_mark (
  name    text primary key,
  mark    bigint not null,
  full_at timestamptz not null
);
