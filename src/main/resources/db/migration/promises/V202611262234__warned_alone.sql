-- Which promises are due soon is read on every page of the desk; with its number in the index no promise is looked up.
drop index promise_warned;
create index promise_warned on promise (warn_at) include (id)
  where num_nonnulls(kept_at, moved_at, agreed_at, released_at, broken_at) = 0;
