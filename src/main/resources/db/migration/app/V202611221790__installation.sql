-- One row: whether this installation came out of a backup and still holds everything outgoing.
create table installation (
  single      boolean primary key default true check (single),
  restored_at timestamptz,
  released_at timestamptz,
  check (released_at is null or restored_at is not null)
);
insert into installation (single) values (true);
