-- The hours in which a team is at work; without one of its own, those of its brand.
alter table team add column calendar text references calendar (name) on update cascade;
