-- A list is made with the eyes of whoever asked for it, who need not have written the draft; of older ones the writer asked.
alter table broadcast add column list_asked_by_kind text, add column list_asked_by_id bigint,
  add constraint list_asked_by_somebody check ((list_asked_by_kind is null) = (list_asked_by_id is null));
