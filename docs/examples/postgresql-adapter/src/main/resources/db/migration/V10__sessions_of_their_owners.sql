-- When and where a session was started, and when it was last used.
ALTER TABLE session
  ADD COLUMN started_at   timestamptz,
  ADD COLUMN last_seen_at timestamptz,
  ADD COLUMN address      text,
  ADD COLUMN user_agent   text;
CREATE INDEX ON session (last_seen_at);
