-- The amount that stands ready on a case's page is the median of the last grants of that remedy: read with each look at a
-- case, so newest first and without the rest.
create index remedy_grant_remedy on remedy_grant (remedy_id, currency, granted_at desc);
