-- A standing promise that was not kept is noted by itself when a promise that it covers is broken, in the case or,
-- where there is none, for the customer; a colleague can still note one by hand.
alter table case_guarantee alter column case_id drop not null;
alter table case_guarantee alter column noted_by drop not null;
alter table case_guarantee add column customer_id bigint references customer (id);
alter table case_guarantee add column promise_id bigint references promise (id);
alter table case_guarantee add column answered_at timestamptz;
alter table case_guarantee add column answered_by bigint;
-- What came of it: it was given, done in another way, or was not owed here.
alter table case_guarantee add column answer text check (answer in ('granted', 'done', 'not_due'));
alter table case_guarantee add column grant_id bigint references remedy_grant (id);
alter table case_guarantee add column reason text;
update case_guarantee g set customer_id = c.customer_id from amends_case c where c.id = g.case_id;
alter table case_guarantee alter column customer_id set not null;
alter table case_guarantee drop constraint case_guarantee_case_id_guarantee_id_key;
alter table case_guarantee add check (case_id is not null or promise_id is not null);
alter table case_guarantee add check (promise_id is not null or noted_by is not null);
alter table case_guarantee add check ((answered_at is null) = (answer is null));
-- By hand once a case; by itself once for each promise.
create unique index case_guarantee_by_hand on case_guarantee (case_id, guarantee_id) where promise_id is null;
create unique index case_guarantee_by_itself on case_guarantee (promise_id, guarantee_id) where promise_id is not null;
-- A case's page, and a customer's.
create index case_guarantee_case on case_guarantee (case_id) where case_id is not null;
create index case_guarantee_customer on case_guarantee (customer_id);
-- A grant that does not leave opens it again.
create index case_guarantee_grant on case_guarantee (grant_id) where grant_id is not null;

-- What is proposed to whoever looks after it: something of the catalogue of remedies, by its code, which stays when it is
-- written anew, and a step.
create table guarantee_proposal (
  guarantee_id bigint primary key references guarantee (id),
  remedy_code  text,
  amount_minor bigint check (amount_minor > 0),
  currency     text check (currency ~ '^[A-Z]{3}$'),
  step         text not null check (step in ('none', 'ring', 'write')),
  check ((amount_minor is null) = (currency is null)),
  check (remedy_code is not null or amount_minor is null)
);
