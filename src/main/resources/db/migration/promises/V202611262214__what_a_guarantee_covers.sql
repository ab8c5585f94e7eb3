-- Which promises a standing one covers: when one of these is broken, the standing one is not kept, and that is noted
-- by itself. Empty: only a colleague can tell.
alter table guarantee add column covers text[] not null default '{}'
  check (covers <@ array['answer', 'contact', 'follow_up', 'check', 'booking', 'delivery']);

create or replace view promises_v_guarantee as
  select id, brand_id, title, words, scope, if_not, made_at, retired_at, covers from guarantee;
