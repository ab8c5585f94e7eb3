-- What somebody wants to hear and over which channel, as they said it: the newest word about a
-- purpose and channel counts, and one without a channel is about all of them. Nothing is changed.
create table contact_choice (
  id          bigint generated always as identity primary key,
  customer_id bigint not null references customer,
  purpose     text not null check (purpose in ('service', 'marketing')),
  channel     text check (channel in ('email', 'phone', 'sms', 'letter', 'social', 'chat')),
  allowed     boolean not null,
  -- A code: how they said it, such as stop, page, called.
  how         text not null,
  made_at     timestamptz not null
);
-- Asked before each message.
create index contact_choice_customer on contact_choice (customer_id, id);

-- How letters are to look for somebody, for as long as they wish it.
create table format_wish (
  customer_id bigint primary key references customer,
  large_print boolean not null
);

create view customers_v_choice as
  select id, customer_id, purpose, channel, allowed, made_at from contact_choice;
create view customers_v_format as
  select customer_id, large_print from format_wish;
