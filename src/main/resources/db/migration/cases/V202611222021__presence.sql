-- Who has a case open and who is writing in it: a lease for each open page, renewed while it is looked at.
create table case_presence (
  case_id   bigint not null references amends_case (id),
  person_id bigint not null references person (id),
  page      text not null check (length(page) between 1 and 40),
  writing   boolean not null,
  until     timestamptz not null,
  primary key (case_id, person_id, page)
);
create index case_presence_until on case_presence (until);
