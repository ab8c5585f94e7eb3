-- Rooms above tell what kept a promise, or on which word it was moved, agreed anew or released.
create or replace view promises_v_promise as
  select id, subject_kind, subject_id, customer_id, kind, words, due_at, warn_at, owner_person, owner_team,
    made_at, follows_id, warned_at, kept_at, moved_at, agreed_at, released_at, broken_at, escalated_at, made_good_at,
    num_nonnulls(kept_at, moved_at, agreed_at, released_at, broken_at) = 0 as owed,
    evidence_kind, evidence_id
  from promise;
