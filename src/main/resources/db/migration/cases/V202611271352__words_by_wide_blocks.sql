-- What a case is found by, each key behind the wide block of 65,536 case numbers that the case stands in: its words, who
-- may see it ("t", "b" and "o"), its block of 4,096 ("k") and its piece of 1,024 ("p"). A word has a short list for each
-- wide block instead of one long list, and two words are met there without reading what either has elsewhere; the index
-- over words and blocks went through the long lists of both, and of the team, once for each block.
create function case_text_keys(number bigint, words tsvector, team bigint, brand bigint, owner bigint) returns tsvector
  language sql immutable parallel safe cost 1000 as $$
  select array_to_tsvector(array(
    select cast(number >> 16 as text) || k.key
    from (
      select ' ' || left(w.word, 500) as key from unnest(tsvector_to_array(words)) as w(word)
      union all
      select v.key
      from (values ('k' || cast(number >> 12 as text)), ('p' || cast(number >> 10 as text)), ('t' || cast(team as text)),
        ('b' || cast(brand as text)), ('o' || cast(owner as text))) as v(key)
      where v.key is not null) k))
$$;

-- The older program still writes the column block and searches by the index case_text_words while nodes are replaced: a
-- later release drops both. The index of the keys is made next, without holding anybody off.
