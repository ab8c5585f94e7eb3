-- A move counts when the customer was told in time. When the letter that told of it did not arrive, the ledger says
-- so here, on the promise that was to be moved: it stands again where its moment can still be kept.
alter table promise add column untold_at timestamptz;

create or replace view promises_v_promise as
  select id, subject_kind, subject_id, customer_id, kind, words, due_at, warn_at, owner_person, owner_team,
    made_at, follows_id, warned_at, kept_at, moved_at, agreed_at, released_at, broken_at, escalated_at, made_good_at,
    num_nonnulls(kept_at, moved_at, agreed_at, released_at, broken_at) = 0 as owed,
    evidence_kind, evidence_id, untold_at
  from promise;
