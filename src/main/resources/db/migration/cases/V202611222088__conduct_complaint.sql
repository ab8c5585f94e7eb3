-- A complaint about a colleague: a confidential case of its own, which its subject never knows of.
create table conduct_complaint (
  case_id       bigint primary key references amends_case (id),
  about_case_id bigint not null references amends_case (id),
  person_id     bigint not null references person (id),
  opened_by     bigint not null references person (id),
  opened_at     timestamptz not null,
  check (case_id <> about_case_id),
  check (opened_by <> person_id)
);
create index conduct_complaint_about on conduct_complaint (about_case_id);

-- Whoever it is about is never among the people who are named in it, nor is it ever open to all.
create function conduct_stays_confidential() returns trigger language plpgsql as $$
begin
  if exists (select from conduct_complaint k join amends_case c on c.id = k.case_id
      where c.id = new.id and (c.named_only is null or k.person_id = any(c.named_only))) then
    raise exception 'conduct complaint % would be known to its subject', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger conduct_stays_confidential after update of named_only
  on amends_case deferrable initially deferred for each row execute function conduct_stays_confidential();
