-- Whether a product failed this customer before: with the moment in it this index answers without a sort, and the planner
-- no longer prefers to read whatever went wrong with the product.
drop index remedy_grant_wrong_here;
create index remedy_grant_wrong_here on remedy_grant (customer_id, product_id, wrong_at) where wrong_at is not null;
