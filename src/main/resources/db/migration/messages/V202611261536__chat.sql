-- Who has the chat of their matter open just now, and the newest message that their page has shown:
-- a lease, renewed while the page is there. Holds no words and nobody's name.
create table chat_presence (
  about_kind text not null,
  about_id   bigint not null,
  seen       bigint not null,
  until_at   timestamptz not null,
  primary key (about_kind, about_id)
);
-- What is a day old is deleted by it.
create index chat_presence_until on chat_presence (until_at);
