-- A mail to a colleague that came back is no longer one that arrived. The reason is a code of the
-- field's vocabulary, never words of the report: those name addresses.
alter table notice_mail drop constraint notice_mail_outcome_check;
alter table notice_mail add constraint notice_mail_outcome_check
  check (outcome in ('accepted', 'refused', 'unknown', 'expired', 'returned'));
alter table notice_mail add column returned_at timestamptz;
alter table notice_mail add column returned_why text;
alter table notice_mail add constraint notice_mail_returned
  check ((outcome is not distinct from 'returned') = (returned_at is not null));
