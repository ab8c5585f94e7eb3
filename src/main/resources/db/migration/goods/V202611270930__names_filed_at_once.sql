-- Whoever searches would wade through what waits to be filed.
alter index product_name set (fastupdate = off);
do $$ begin perform gin_clean_pending_list('product_name'); end $$;
