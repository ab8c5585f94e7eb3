-- How long each kind of data is kept. A kind without a row is kept for the period that it brings along.
create table retention (
  kind      text primary key,
  days      int not null check (days between 0 and 36500),
  run_at    timestamptz,
  forgotten bigint not null default 0
);
