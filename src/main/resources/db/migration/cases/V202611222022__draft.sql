-- What a colleague is writing in a case, field by field, as typed. The version tells two tabs apart.
create table case_draft (
  case_id   bigint not null references amends_case (id),
  person_id bigint not null references person (id),
  mode      text not null check (mode in ('reply', 'note', 'statement', 'call')),
  names     text[] not null,
  words     text[] not null,
  version   int not null,
  saved_at  timestamptz not null,
  primary key (case_id, person_id, mode),
  check (cardinality(names) = cardinality(words))
);

-- How things stood before a reply was sent, for as long as it can be taken back.
create table case_sent (
  message_id   bigint primary key references message (id),
  case_id      bigint not null references amends_case (id),
  person_id    bigint not null references person (id),
  names        text[] not null,
  words        text[] not null,
  promise_id   bigint not null references promise (id),
  waiting      text,
  owned        boolean not null,
  knew         boolean not null,
  sent_at      timestamptz not null,
  until        timestamptz not null,
  undone_at    timestamptz
);
create index case_sent_case on case_sent (case_id, until);
create index case_sent_until on case_sent (until);
