-- Somebody was hurt and nobody has called yet: such a case comes before everything else in the queue.
-- Since when it was reported; null once the call was made, or nobody owes it any more.
alter table amends_case add column harm_at timestamptz;
-- Few, and shown first. The queue pages through them by the next moment due like through its other parts.
create index case_harm on amends_case (next_due_at, id) where harm_at is not null and closed_at is null;
-- Pointing a case asks which of its promises are calls that a harm report owes.
create index harm_report_promise on harm_report (promise_id);

update amends_case c set harm_at = h.at
from (select p.subject_id as id, min(r.reported_at) as at
  from harm_report r join promises_v_promise p on p.id = r.promise_id
  where p.subject_kind = 'case' and num_nonnulls(p.kept_at, p.made_good_at, p.moved_at, p.agreed_at, p.released_at) = 0
  group by p.subject_id) h
where c.id = h.id and c.closed_at is null;
