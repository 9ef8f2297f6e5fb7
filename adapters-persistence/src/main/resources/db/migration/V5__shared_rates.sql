-- The buckets of tokens behind the rate limits of keys, which all nodes draw from. A key's limit names its bucket; what lies
-- in the column state is the library's. No foreign keys: a bucket that would be full again goes by itself.

CREATE TABLE rate_bucket (
  id          VARCHAR(60)   NOT NULL,
  state       VARCHAR(1000) NOT NULL,
  needed_till BIGINT        NOT NULL,
  PRIMARY KEY (id),
  INDEX rate_bucket_by_end (needed_till)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
