-- Each need that holds has an alarm on the day of its review; those from before get theirs here.
insert into alarm (bell, subject_kind, subject_id, due_at, ready_at)
select 'need.review', 'need', id, review_at, review_at from need where ended_at is null;
