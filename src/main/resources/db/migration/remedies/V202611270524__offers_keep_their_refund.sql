-- What an offer keeps of what was paid for an order, until the customer has chosen: without it, the same money was offered
-- and given. Offers from before this keep nothing.
alter table remedy_offer
  add column order_id bigint references purchase_order (id),
  add column refund_minor bigint not null default 0 check (refund_minor >= 0);
-- What is still open for one order is summed with each refund.
create index remedy_offer_order on remedy_offer (order_id)
  where order_id is not null and num_nonnulls(accepted_at, refused_at, withdrawn_at, lapsed_at) = 0;
