-- Programs ask the one who decides and offer a choice, too: either a person or a token did.
alter table remedy_request alter column asked_by drop not null;
alter table remedy_request add column asked_by_token bigint references api_token (id);
alter table remedy_request add constraint remedy_request_asker
  check ((asked_by is null) <> (asked_by_token is null));

alter table remedy_offer alter column offered_by drop not null;
alter table remedy_offer add column offered_by_token bigint references api_token (id);
alter table remedy_offer add constraint remedy_offer_offerer
  check ((offered_by is null) <> (offered_by_token is null));
