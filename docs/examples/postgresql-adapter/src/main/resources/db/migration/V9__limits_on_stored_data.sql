-- Method and path of refused requests, and their order within a tenant. Rows from before have neither method nor path.

ALTER TABLE refused_request
  ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY,
  ADD COLUMN method text,
  ADD COLUMN path   text;
CREATE INDEX ON refused_request (tenant_id, number);

-- Headers of answers, as name and value in turn. Answers from before have none.

ALTER TABLE remembered_answer ADD COLUMN headers text[] NOT NULL DEFAULT '{}';

-- A key has one limit, which goes on when it is changed.

DELETE FROM rate_level a USING rate_level b
WHERE a.key_id = b.key_id AND (a.full_at, a.requests, a.window_seconds) < (b.full_at, b.requests, b.window_seconds);
ALTER TABLE rate_level DROP CONSTRAINT rate_level_pkey;
ALTER TABLE rate_level ADD PRIMARY KEY (key_id);
