-- From how many on grants looked odd together, at which time, set by whom: whoever wonders why something was told, or was
-- not, reads it beside the rule. A row is never changed; the last one of a rule is how it counts.
create table suspicion_rule_set (
  id           bigint generated always as identity primary key,
  rule         text not null references suspicion_rule (code),
  window_hours int not null,
  at_least     int not null,
  counts       boolean not null,
  set_at       timestamptz not null,
  set_by_kind  text not null,
  set_by_id    bigint not null
);
create index suspicion_rule_set_rule on suspicion_rule_set (rule, id desc);
-- What was changed before this stands in the journal only.
insert into suspicion_rule_set (rule, window_hours, at_least, counts, set_at, set_by_kind, set_by_id)
  select code, window_hours, at_least, until_at is null, coalesce(until_at, from_at), 'system', 0
  from suspicion_rule order by code;
