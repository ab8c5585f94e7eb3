-- What is due soon is found from its promises: at a million cases, three hundred owed ones instead of all open cases.
create index promise_warned on promise (warn_at)
  where num_nonnulls(kept_at, moved_at, agreed_at, released_at, broken_at) = 0;
