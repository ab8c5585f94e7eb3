-- Two branches each named the kinds that they knew, and the later one left out what the house needs.
alter table notice drop constraint notice_kind_check,
  add constraint notice_kind_check check (kind in ('warning', 'escalation', 'account', 'house', 'news'));
