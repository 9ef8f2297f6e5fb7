-- When and where a session was started, and when it was last used, so that it ends once it is idle and its owner recognises it.
-- Empty in sessions of before, which end at expires_at alone until they are used the next time.

ALTER TABLE member_session ADD COLUMN started_at BIGINT;
ALTER TABLE member_session ADD COLUMN last_seen_at BIGINT;
ALTER TABLE member_session ADD COLUMN address VARCHAR(45);
ALTER TABLE member_session ADD COLUMN user_agent VARCHAR(200);

CREATE INDEX member_session_by_last_use ON member_session (last_seen_at);
