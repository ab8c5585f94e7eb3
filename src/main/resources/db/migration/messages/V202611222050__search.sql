-- What was written, for whoever keeps words to be searched: only what is new in a mail.
create view messages_v_search as
  select id, about_kind, about_id, subject,
    case when direction = 'in' and reply_text <> '' then reply_text else body end as words
  from message;
