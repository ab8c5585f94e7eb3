-- What is broken and not made good, a few hundred at a million cases: the minute's check of the queue's counts read
-- every promise that was ever given to find them.
create index promise_burning on promise (subject_kind, subject_id)
  where broken_at is not null and made_good_at is null;
