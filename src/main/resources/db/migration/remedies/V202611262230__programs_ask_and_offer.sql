-- Programs ask the one who decides and offer a choice, too: either a person or a token did.
alter table remedy_request alter column asked_by drop not null;
alter table remedy_request add column asked_by_token bigint references api_token (id);
alter table remedy_request add constraint remedy_request_asker
  check ((asked_by is null) <> (asked_by_token is null));
-- Whoever asked neither approves nor stands in; of a token that holds by itself.
alter table remedy_request drop constraint remedy_request_check;
alter table remedy_request add constraint remedy_request_two check (asked_by is null
  or approver_id <> asked_by and stand_in_id is distinct from asked_by and answered_by is distinct from asked_by);

alter table remedy_offer alter column offered_by drop not null;
alter table remedy_offer add column offered_by_token bigint references api_token (id);
alter table remedy_offer add constraint remedy_offer_offerer
  check ((offered_by is null) <> (offered_by_token is null));
