-- What a provider hands over any number of times is one message.
create unique index message_provider_ref on message (channel, provider_ref)
  where direction = 'in' and provider_ref is not null;
-- To whom the last text message went decides which matter an answer belongs to.
create index delivery_customer on delivery (customer_id, channel, id);
