-- A channel may be avoided in one matter alone: the matter is about just that, such as a mailbox
-- that is somebody else's now. Null: everywhere.
alter table channel_trouble
  add column about_kind text,
  add column about_id   bigint,
  add check (num_nulls(about_kind, about_id) in (0, 2));
create index channel_trouble_about on channel_trouble (about_kind, about_id)
  where ended_at is null and about_id is not null;
-- Why a colleague lifted one; no words, as nobody could say whose they are once the address is gone.
alter table suppression add column lifted_why text
  check (lifted_why in ('asked', 'mistake', 'other_person'));
