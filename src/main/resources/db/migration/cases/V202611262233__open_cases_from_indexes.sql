-- Whether a case is restricted, in a column that an index can hold: the names of those who know of it have no bound.
alter table amends_case add column restricted boolean not null default false;
update amends_case set restricted = true where named_only is not null;
alter table amends_case add constraint restricted_when_named check (restricted = (named_only is not null));

-- From when on the next moment is due soon, as its promise says; a promise never changes that.
alter table amends_case add column next_warn_at timestamptz;
update amends_case c set next_warn_at = p.warn_at
  from promises_v_promise p where p.id = c.next_promise_id and c.closed_at is null;

-- Every page of the desk counts and orders what is open. These hold all that decides it, so that nothing is looked up
-- but what is shown; the table had five thousand pages read for each page of the desk.
drop index case_owner_due;
create index case_owner_due on amends_case (owner_id, next_due_at, id)
  include (team_id, brand_id, restricted, next_warn_at, harm_at, broken_at, waiting) where closed_at is null;
drop index case_team_due;
create index case_team_due on amends_case (team_id, next_due_at, id)
  include (owner_id, brand_id, restricted, next_warn_at, harm_at, broken_at, waiting) where closed_at is null;
drop index case_unowned;
create index case_unowned on amends_case (next_due_at, id)
  include (owner_id, team_id, brand_id, restricted, next_warn_at, harm_at, broken_at, waiting)
  where owner_id is null and closed_at is null;
drop index case_broken;
create index case_broken on amends_case (next_due_at, id)
  include (owner_id, team_id, brand_id, restricted, next_warn_at, harm_at, broken_at, waiting)
  where broken_at is not null and closed_at is null;
drop index case_waits;
create index case_waits on amends_case (next_due_at, id)
  include (owner_id, team_id, brand_id, restricted, next_warn_at, harm_at, broken_at, waiting)
  where waiting is not null and closed_at is null;
drop index case_harm;
create index case_harm on amends_case (next_due_at, id)
  include (owner_id, team_id, brand_id, restricted, next_warn_at, harm_at, broken_at, waiting)
  where harm_at is not null and closed_at is null;
drop index case_due;
create index case_due on amends_case (next_due_at, id)
  include (owner_id, team_id, brand_id, restricted, next_warn_at, harm_at, broken_at, waiting) where closed_at is null;
create index case_warned on amends_case (next_warn_at, next_due_at, id)
  include (owner_id, team_id, brand_id, restricted, harm_at, broken_at, waiting)
  where closed_at is null and broken_at is null;
-- Only open cases have a promise that is next.
drop index case_next_promise;
create index case_next_promise on amends_case (next_promise_id) where next_promise_id is not null;

-- An index answers alone where its pages are known to be seen by all: what changes is vacuumed sooner than at a fifth.
alter table amends_case set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.01);
