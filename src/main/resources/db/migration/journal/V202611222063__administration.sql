-- The audit reads what administrators did, newest first: few entries among very many.
create index journal_entry_administration on journal_entry (id)
  where split_part(kind, '.', 1) in
    ('staff', 'token', 'hook', 'webhook', 'policy', 'setting', 'calendar', 'retention', 'installation');
