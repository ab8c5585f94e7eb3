-- A rule may look at a tag, and may be asked again when a colleague changes a case that nobody owns.
alter table routing_rule add column tag text not null default '';
alter table routing_rule add column again boolean not null default false;
