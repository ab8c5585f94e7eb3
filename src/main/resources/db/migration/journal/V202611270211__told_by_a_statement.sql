-- A statement that is an act of its own tells the journal in the same breath: each way to the database
-- that the mail door saves is a mail more that it takes. The hash is the one of amends.journal.Chain.
create function journal_part(field bytea) returns bytea language sql immutable strict
  return int4send(length(field)) || field;

-- One entry for each of these subjects, all of one kind and moment; returns how many.
create function journal_f_add(
  moment timestamptz, entry_kind text, about_kind text, about_ids bigint[], by_kind text, by_id bigint,
  said text[]) returns bigint language plpgsql as $$
declare
  many bigint;
begin
  with added as (
    insert into journal_entry (at, kind, subject_kind, subject_id, actor_kind, actor_id, payload, hash)
    select moment, entry_kind, about_kind, e.about_id, by_kind, by_id, e.words, sha256(
      journal_part(int8send(cast(extract(epoch from moment) * 1000000 as bigint)))
      || journal_part(convert_to(entry_kind, 'UTF8')) || journal_part(convert_to(about_kind, 'UTF8'))
      || journal_part(int8send(e.about_id)) || journal_part(convert_to(by_kind, 'UTF8'))
      || journal_part(int8send(by_id)) || journal_part(convert_to(e.words, 'UTF8')))
    from unnest(about_ids, said) as e(about_id, words)
    returning id)
  insert into journal_pending (entry_id) select id from added;
  get diagnostics many = row_count;
  return many;
end $$;
