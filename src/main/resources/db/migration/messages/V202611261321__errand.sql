-- Letters that were printed together.
create table print_batch (
  id      bigint generated always as identity primary key,
  made_by bigint not null references person,
  made_at timestamptz not null,
  letters int not null
);

-- A delivery that a colleague carries: a call, a letter, a note. Words and address are the
-- message's and the delivery's.
create table errand (
  id          bigint generated always as identity primary key,
  delivery_id bigint not null unique references delivery,
  -- The number on the paper, as it is said.
  reference   text not null unique,
  from_at     timestamptz not null,
  tries       int not null default 0,
  batch_id    bigint references print_batch,
  done_at     timestamptz
);
-- What is still to be done; almost all of the others are.
create index errand_open on errand (from_at) where done_at is null;
create index errand_batch on errand (batch_id) where batch_id is not null;
