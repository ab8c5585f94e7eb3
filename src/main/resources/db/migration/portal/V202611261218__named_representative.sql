-- Who is to speak for them, as they named them: a colleague confirms it from here.
alter table portal_request
  add column rep_name  text,
  add column rep_reach text,
  add column rep_scope text,
  -- The answer that is owed because they asked, and nothing else: the letter that tells of the decision keeps it.
  add column answer_id bigint references promise (id),
  add constraint portal_request_named check (kind = 'representative' or num_nonnulls(rep_name, rep_reach, rep_scope) = 0);
create index portal_request_answer on portal_request (answer_id) where answer_id is not null;
