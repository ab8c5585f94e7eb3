-- Whether warnings come by mail too; what has escalated always does.
alter table person add column warned_by_mail boolean not null default true;

create or replace view staff_v_person as
  select id, name, email, locale, zone, left_at is null as active, created_at, warned_by_mail from person;
