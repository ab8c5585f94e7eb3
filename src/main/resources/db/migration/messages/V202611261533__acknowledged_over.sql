-- One acknowledgement to an address about a matter over each channel: whoever wrote in public may be
-- answered there with a fixed sentence, and hears alone when they are answered.
drop index message_acknowledgement;
create unique index message_acknowledgement
  on message (about_kind, about_id, channel, lower(address))
  where kind = 'acknowledgement' and not_sent is null;
