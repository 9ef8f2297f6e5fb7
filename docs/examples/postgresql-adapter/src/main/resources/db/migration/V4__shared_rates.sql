-- How far the limits of keys are used up, for all nodes. A limit is whole again at the moment full_at, in nanoseconds since 1970.

CREATE TABLE rate_level (
  key_id         bigint NOT NULL,
  requests       int    NOT NULL,
  window_seconds int    NOT NULL,
  full_at        bigint NOT NULL,
  PRIMARY KEY (key_id, requests, window_seconds)
);
CREATE INDEX ON rate_level (full_at);
