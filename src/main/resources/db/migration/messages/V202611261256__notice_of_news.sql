-- Beside what is due and what was broken: something has happened that a colleague has to know at once.
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in ('warning', 'escalation', 'account', 'news'));
