-- The connections page lists what was not sent lately: few among all messages and deliveries.
create index message_not_sent on message (occurred_at, id)
  where not_sent is not null and not_sent <> 'messages.not-sent.taken-back';
create index delivery_suppressed on delivery (created_at, id)
  where suppressed_why is not null and not mass;
