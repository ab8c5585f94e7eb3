-- An order or a unit that somebody named and that is not known here: kept, so that the case is found and linked when it comes.
create table case_unknown (
  id       bigint generated always as identity primary key,
  case_id  bigint not null references amends_case (id),
  kind     text not null check (kind in ('order', 'unit')),
  number   text not null check (number <> ''),
  -- As it is compared: of a unit without case, blanks and hyphens.
  norm     text not null check (norm <> ''),
  noted_at timestamptz not null,
  -- Since when it stands in the case; null while it is not known.
  known_at timestamptz
);
-- Looked up with every list of orders or units that comes.
create index case_unknown_number on case_unknown (kind, norm) where known_at is null;
-- Shown with its case.
create index case_unknown_case on case_unknown (case_id);
