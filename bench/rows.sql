-- What a run left behind. {from} and {key} name the rows of one table, as the bench says.

-- @mark
select coalesce(max({key}), 0) from {from}

-- @rows: numbers and moments become #, keys and hashes stand aside: what is left must be the same.
select count(*) as count, coalesce(sum(hashtextextended(regexp_replace(
    cast(to_jsonb(t) - cast(:aside as text[]) as text), '[0-9]+([-.:T+][0-9]+)*', '#', 'g'), 0)), 0) as checksum
from {from} where {key} > :mark

-- @wrong: journal entries whose hash is not the hash of what they say.
select count(*) from journal_entry e
where e.id > :mark and e.hash <> sha256(
  int4send(8) || int8send(cast(extract(epoch from e.at) * 1000000 as bigint))
  || int4send(octet_length(e.kind)) || convert_to(e.kind, 'UTF8')
  || int4send(octet_length(e.subject_kind)) || convert_to(e.subject_kind, 'UTF8')
  || int4send(8) || int8send(e.subject_id)
  || int4send(octet_length(e.actor_kind)) || convert_to(e.actor_kind, 'UTF8')
  || int4send(8) || int8send(e.actor_id)
  || int4send(octet_length(e.payload)) || convert_to(e.payload, 'UTF8'))

-- @blob: bytes have no number of their own; the mail that came as them has.
inbound i join blob t on t.sha256 = i.sha256
