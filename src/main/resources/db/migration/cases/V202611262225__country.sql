-- Whose law and which offers a case falls under, where somebody said so; else the order and the customer tell.
alter table amends_case add column country text check (country ~ '^[A-Z]{2}$');
