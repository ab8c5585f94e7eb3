-- Of which order a refund gives money back, so that no more is given back than was paid. Refunds from before this bear
-- none: they do not count.
alter table remedy_grant add column order_id bigint references purchase_order (id);
-- What was given back of one order is summed with each refund.
create index remedy_grant_order on remedy_grant (order_id) where order_id is not null;
