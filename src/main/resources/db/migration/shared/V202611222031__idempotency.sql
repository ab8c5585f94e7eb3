-- What a POST answered, so that the same request sent again gets the same reply and does nothing.
create table idempotency (
  bearer   bigint not null,
  key      text not null,
  request  bytea not null,
  status   int not null,
  location text,
  reply    bytea not null,
  at       timestamptz not null,
  primary key (bearer, key)
);
create index idempotency_at on idempotency (at);
