-- The one sentence that the house says by itself below what is said to it in public; null: nothing.
alter table connection add column public_words text;
-- What a post answers is looked up by what the network calls it, among millions of deliveries.
create index delivery_provider_ref on delivery (connection_id, provider_ref)
  where connection_id is not null and provider_ref is not null;
