-- Words without accents, and one index over words and plain columns together.
create extension if not exists unaccent;
create extension if not exists btree_gin;

-- The words of every case, to be searched. It is made from the case by the rows below and bears nothing of its
-- own: an erasure blanks the texts, and their words leave this table with the next turn of the indexing.
-- Who may see is copied, so that the index can leave out what a viewer may not: the case itself is asked again.
create table case_text (
  case_id  bigint primary key references amends_case (id),
  block    int not null,
  brand_id bigint not null,
  team_id  bigint not null,
  owner_id bigint,
  language text not null,
  words    tsvector not null
);
-- Newest first without sorting all that bear a common word: blocks of 4,096 case numbers are asked one after the
-- other. A search must not wade through a list of pending entries, hence no fast update.
create index case_text_words on case_text using gin (words, block, team_id, brand_id, owner_id)
  with (fastupdate = off);

-- The languages that occur: a word is looked for in the form that each of them gives it.
create table case_text_language (
  language text primary key
);

-- Cases whose words changed. Never one row for a case: a writer must not wait for another, and none may be missed.
create table case_to_index (
  id      bigint generated always as identity primary key,
  case_id bigint not null
);

create function case_language(locale text) returns text language sql immutable as $$
  select coalesce((array['arabic', 'armenian', 'basque', 'catalan', 'danish', 'dutch', 'english', 'finnish', 'french',
      'german', 'greek', 'hindi', 'hungarian', 'indonesian', 'irish', 'italian', 'lithuanian', 'nepali', 'norwegian',
      'norwegian', 'norwegian', 'portuguese', 'romanian', 'russian', 'serbian', 'spanish', 'swedish', 'tamil',
      'turkish', 'yiddish'])
    [array_position(array['ar', 'hy', 'eu', 'ca', 'da', 'nl', 'en', 'fi', 'fr', 'de', 'el', 'hi', 'hu', 'id', 'ga', 'it',
      'lt', 'ne', 'no', 'nb', 'nn', 'pt', 'ro', 'ru', 'sr', 'es', 'sv', 'ta', 'tr', 'yi'],
      lower(split_part(translate(locale, '_', '-'), '-', 1)))], 'simple')
$$;

-- Numbers and addresses fall into their parts, in the texts as in what is typed.
create function case_plain(words text) returns text language sql stable as $$
  select translate(unaccent(words), '-./@_:#+''’', '          ')
$$;

-- All that was written in a case after its first words, the oldest part first.
create function case_parts(matter bigint) returns text language sql stable as $$
  select left(string_agg(left(p.words, 20000), ' ' order by p.part, p.id), 100000) from (
    select 1 as part, s.id, s.words from statement s where s.case_id = matter
    union all select 2, n.id, n.words from note n where n.case_id = matter
    union all select 3, a.id, a.words from call a where a.case_id = matter
    union all select 4, h.id, h.words from handover h where h.case_id = matter
    union all select 5, e.id, concat_ws(' ', e.done, e.reasons) from settlement e where e.case_id = matter
    union all select 6, m.id, m.subject || ' ' || m.words from messages_v_search m
      where m.about_kind = 'case' and m.about_id = matter) p
$$;

create function case_words(language text, subject text, happened text, parts text) returns tsvector
  language sql stable as $$
  select setweight(to_tsvector(language::regconfig, case_plain(left(subject, 1000))), 'A')
    || setweight(to_tsvector(language::regconfig, case_plain(left(happened, 20000))), 'B')
    || to_tsvector(language::regconfig, case_plain(coalesce(parts, '')))
$$;

-- The words of these cases as their texts say now. A case keeps the language that it was first indexed in.
create function case_text_now(cases bigint[])
  returns table (case_id bigint, brand_id bigint, team_id bigint, owner_id bigint, language text, words tsvector)
  language sql stable as $$
  select c.id, c.brand_id, c.team_id, c.owner_id, l.language,
    case_words(l.language, c.subject, concat_ws(' ', c.happened, c.asks), case_parts(c.id))
  from amends_case c
  join customers_v_customer k on k.id = c.customer_id
  left join case_text d on d.case_id = c.id
  cross join lateral (select coalesce(d.language, case_language(k.locale)) as language) l
  where c.id = any(cases)
$$;

create function case_words_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into case_to_index (case_id) values (new.id);
  elsif (old.subject, old.happened, old.asks, old.brand_id, old.team_id, old.owner_id)
      is distinct from (new.subject, new.happened, new.asks, new.brand_id, new.team_id, new.owner_id) then
    insert into case_to_index (case_id) values (new.id);
  end if;
  return null;
end $$;
create trigger case_words_change after insert or update of subject, happened, asks, brand_id, team_id, owner_id
  on amends_case for each row execute function case_words_change();

create function case_words_of_part() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into case_to_index (case_id) values (new.case_id);
  end if;
  if tg_op = 'DELETE' or (tg_op = 'UPDATE' and old.case_id <> new.case_id) then
    insert into case_to_index (case_id) values (old.case_id);
  end if;
  return null;
end $$;
create trigger statement_words after insert or delete or update of words, case_id
  on statement for each row execute function case_words_of_part();
create trigger note_words after insert or delete or update of words, case_id
  on note for each row execute function case_words_of_part();
create trigger call_words after insert or delete or update of words, case_id
  on call for each row execute function case_words_of_part();
create trigger handover_words after insert or delete or update of words, case_id
  on handover for each row execute function case_words_of_part();
create trigger settlement_words after insert or delete or update of done, reasons, case_id
  on settlement for each row execute function case_words_of_part();

create function case_words_of_message() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' and new.about_kind = 'case' then
    insert into case_to_index (case_id) values (new.about_id);
  end if;
  if tg_op <> 'INSERT' and old.about_kind = 'case'
      and (tg_op = 'DELETE' or old.about_id <> new.about_id) then
    insert into case_to_index (case_id) values (old.about_id);
  end if;
  return null;
end $$;
create trigger message_words after insert or delete or update of subject, body, reply_text, about_kind, about_id
  on message for each row execute function case_words_of_message();

insert into case_to_index (case_id) select id from amends_case order by id;
