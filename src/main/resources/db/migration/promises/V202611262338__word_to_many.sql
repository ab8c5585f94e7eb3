-- What was promised to many by one text: a promise for each, found by the text and the person.
create index promise_to_many on promise (subject_id, customer_id) where subject_kind = 'broadcast';
-- A delivery that came back takes back what it had kept or moved.
create index promise_delivery on promise (evidence_id) where evidence_kind = 'delivery';
-- What stands for a moved promise is asked for when the word of its moving did not arrive.
create index promise_follows on promise (follows_id) where follows_id is not null;
