-- Some mail servers take only so many mails in a minute from one mailbox; null for as many as it takes.
alter table mail_server add column per_minute int check (per_minute between 1 and 60000);
