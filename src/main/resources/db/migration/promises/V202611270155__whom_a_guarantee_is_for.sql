-- To whom a standing promise is given, finer than its brand: countries by ISO 3166, ways on which we heard of it, and what
-- it is about, by the shop's numbers of products or by the names of their makers. Empty: everybody. A breach is noted by
-- itself only where all that is named is known to hold.
alter table guarantee add column only_countries text[] not null default '{}';
alter table guarantee add column only_channels text[] not null default '{}';
alter table guarantee add column only_products text[] not null default '{}';
alter table guarantee add column only_makers text[] not null default '{}';

create or replace view promises_v_guarantee as
  select id, brand_id, title, words, scope, if_not, made_at, retired_at, covers,
    only_countries, only_channels, only_products, only_makers
  from guarantee;
