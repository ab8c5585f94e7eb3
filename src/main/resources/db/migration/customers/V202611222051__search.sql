-- Names with a typing error are found by their groups of three letters.
create extension if not exists pg_trgm;

-- Every word of every name, once: what was typed is held against these few, not against all names.
create table customer_word (
  word text primary key
);
create index customer_word_near on customer_word using gin (word gin_trgm_ops);

-- In one order, so that two acts that bring the same new words wait for each other only one way.
create function customer_words_come() returns trigger language plpgsql as $$
begin
  insert into customer_word
  select distinct w.word from brought b, lateral string_to_table(b.name_folded, ' ') as w(word)
  where w.word <> '' and not exists (select from customer_word k where k.word = w.word)
  order by w.word
  on conflict do nothing;
  return null;
end $$;
create trigger customer_words_of_new after insert on customer
  referencing new table as brought for each statement execute function customer_words_come();

-- A word that nobody bears any more goes: an erasure leaves nothing behind.
create function customer_words_change() returns trigger language plpgsql as $$
begin
  insert into customer_word
  select distinct w.word from string_to_table(new.name_folded, ' ') as w(word)
  where w.word <> '' order by w.word
  on conflict do nothing;
  delete from customer_word k
  where k.word = any(string_to_array(old.name_folded, ' '))
    and not exists (select from customer c
      where to_tsvector('simple', c.name_folded) @@ plainto_tsquery('simple', k.word));
  return null;
end $$;
create trigger customer_words_of_renamed after update of name_folded on customer
  for each row when (old.name_folded <> new.name_folded) execute function customer_words_change();

insert into customer_word
select distinct w.word from customer c, lateral string_to_table(c.name_folded, ' ') as w(word) where w.word <> '';

-- The last digits of a telephone number, the end of an address.
create index contact_point_ending on contact_point (reverse(address_norm) text_pattern_ops) where dead_at is null;
