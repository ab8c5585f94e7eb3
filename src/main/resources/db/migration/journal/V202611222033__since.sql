-- Programs ask what has changed since a moment. Entries come in the order of time, so that the smallest kind of
-- index serves, which costs an insert next to nothing.
create index journal_entry_at on journal_entry using brin (at) with (pages_per_range = 16, autosummarize = on);
