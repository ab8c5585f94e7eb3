-- Public holidays of a place are computed by their rules; here stand the place, and what the house does otherwise.
alter table calendar add column place text not null default '';
-- Public holidays on which the house works all the same.
create table calendar_workday (
  calendar_id bigint not null references calendar on delete cascade,
  day         date not null,
  primary key (calendar_id, day)
);
