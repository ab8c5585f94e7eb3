-- Retention takes the oldest mails whose bytes are still there, a thousand at a time. Without this it read every mail from
-- the first one on, those without bytes too, for each thousand: a second and more where there are a million.
create index inbound_bytes on inbound (received_at, id)
  where done_at is not null and sha256 <> sha256(cast('' as bytea));
