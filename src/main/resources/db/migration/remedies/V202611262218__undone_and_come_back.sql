-- Undone by whoever gave it, within the seconds in which nothing of it had begun to leave. It stands beside stopped_at,
-- so that whatever asks for what did not leave need not know of it.
alter table remedy_grant add column undone_at timestamptz;
alter table remedy_grant add constraint remedy_grant_undone check (undone_at is null or stopped_at is not null);

-- Money that had left and came back to us; the next try that is done takes it away again.
alter table remedy_grant add column came_back_at timestamptz;

-- Each letter of the program's own is asked whether it tells of a stop, for their page is named below it then.
create index grant_stop_message on grant_stop (message_id) where message_id is not null;
