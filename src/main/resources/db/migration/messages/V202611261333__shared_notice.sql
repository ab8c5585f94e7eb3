-- Noted for everybody who shares a team's queue, and not for one colleague: such warnings are bundled, one mail an hour.
alter table notice add column shared boolean not null default false;
