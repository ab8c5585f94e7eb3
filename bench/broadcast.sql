-- The limits of the bench "broadcast": one statement that lays every delivery, and statements that
-- claim and mark them with nothing in between.

-- @people: customers with an address each.
with made as (
  insert into customer (kind, name, name_folded, locale, zone, created_at)
  select 'person', 'Robin Marsh', 'robin marsh', 'en', 'UTC', :now from generate_series(1, :count)
  returning id)
insert into contact_point (customer_id, channel, address, address_norm, preferred, added_at)
select id, 'email', 'person-' || id || '@post.example', 'person-' || id || '@post.example', true, :now from made

-- @start: one broadcast that has been started, with all of them on its list.
with said as (
  insert into message (direction, channel, about_kind, about_id, customer_id, brand_id, author_kind, author_id, address,
    name, subject, body, reply_text, kind, automatic, rfc_id, occurred_at, nothing_more, purpose, onward)
  values ('out', 'email', 'broadcast', 0, 0, :brand, 'system', 0, '', '', 'Your kettle', :body, '', 'broadcast', false,
    'bench ' || :round, :now, true, 'service', true)
  returning id)
insert into broadcast (brand_id, purpose, subject, body, ways, made_by_kind, made_by_id, made_at, audience, audience_asks,
  list_asked_at, frozen_at, people, reachable, started_at, started_by_kind, started_by_id, leaves_at, message_id)
select :brand, 'service', 'Your kettle', :body, 'email', 'system', 0, :now, 'everyone', '{}', :now, :now, :count, :count,
  :now, 'system', 0, :leaves, id
from said returning id, message_id

-- @listed
insert into broadcast_person (broadcast_id, no, customer_id, channel, address)
select :broadcast, row_number() over (order by k.customer_id), k.customer_id, k.channel, k.address
from (select * from contact_point where address like 'person-%@post.example' order by customer_id desc limit :count) k

-- @job
insert into broadcast_job (broadcast_id, kind, ready_at) values (:broadcast, 'expand', :now)

-- @expand: the limit.
insert into delivery (message_id, customer_id, channel, address, created_at, give_up_at, ready_at, mass)
select :message, customer_id, channel, address, :now, cast(:now as timestamptz) + interval '72 hours', :leaves, true
from broadcast_person where broadcast_id = :broadcast order by no

-- @owed
select count(*) from delivery where message_id = :message and done_at is null

-- @claim: the limit, a batch.
update delivery set leased_until = cast(:now as timestamptz) + interval '120 seconds', fence = fence + 1,
  attempts = attempts + 1, sending_at = :now
where id in (
  select id from delivery
  where done_at is null and mass and message_id = :message and channel = 'email' and ready_at <= :now
    and (leased_until is null or leased_until <= :now)
  order by ready_at limit 1000 for update skip locked)
returning id

-- @mark
update delivery set accepted_at = :now, last_reply = 'discarded', sending_at = null, done_at = :now, leased_until = null
where id = any(cast(:ids as bigint[])) and done_at is null

-- @end
update broadcast set ended_at = :now where id = :broadcast

