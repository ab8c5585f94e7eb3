-- The minute's check and the health page look for alarms that have failed, of which there should be few: without it
-- they read all that wait, sixty thousand at a million cases.
create index alarm_troubled on alarm (id) where done_at is null and trouble is not null;
