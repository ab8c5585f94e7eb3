-- A colleague hears by mail when somebody else has changed how they sign in.
alter table notice drop constraint notice_kind_check,
  add constraint notice_kind_check check (kind in ('warning', 'escalation', 'account'));
