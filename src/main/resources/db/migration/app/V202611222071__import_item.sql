-- What an import read: what became of it, and what had no place here. A second run of the same
-- export meets its own rows and changes nothing; what was refused is tried again.
create table import_item (
  source      text not null,
  kind        text not null,
  external_id text not null,
  hash        bytea not null,
  -- What it became; null while it is refused.
  target_kind text,
  target_id   bigint,
  -- A code and what it names, while it is refused.
  reason      text,
  detail      text,
  -- Fields that have no place here; the whole record, while it is refused.
  kept        jsonb,
  read_at     timestamptz not null,
  primary key (source, kind, external_id),
  check ((target_id is null) = (target_kind is null)),
  check ((reason is null) <> (target_id is null))
);
create index import_item_refused on import_item (source, kind) where reason is not null;
-- What is kept of somebody goes when they are erased.
create index import_item_target on import_item (target_kind, target_id) where target_id is not null;
