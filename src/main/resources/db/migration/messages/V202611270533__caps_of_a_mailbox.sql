-- What one mailbox has got lately, whatever stands behind a plus sign in its address: each
-- automatic message counts it first.
create index message_automatic_box on message
  (regexp_replace(lower(address), '\+[^@]*@', '@'), occurred_at)
  where automatic and not_sent is null;
