-- The working calendar in which a brand's people answer.
alter table brand add column calendar text not null default 'office';
