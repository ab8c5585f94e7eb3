-- Providers tell each word of a customer several times, and late: the word by which something was
-- set or lifted is heeded once. What a provider calls it says nothing about anybody.
alter table suppression add column set_ref text, add column lifted_ref text;
